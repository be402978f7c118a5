let made: Promise<unknown> | undefined

/** The OpenAPI document of the contract; made once, when it is first asked for, because its makers are large. */
export function openApiDocument(): Promise<unknown> {
  made ??= makeDocument()
  return made
}

async function makeDocument(): Promise<unknown> {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }, { contract }] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
    import('../../../shared/contract/contract.ts'),
  ])
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: { title: 'Shouwen (首问)', version: '0.1.0', description: '政务服务大厅：取号、叫号、办理、公示。' },
    servers: [{ url: '/api' }],
  })
}
