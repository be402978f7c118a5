import { z } from 'zod'

// The pages' policy forbids making code from text, which zod tries as soon as a schema is made: this has
// to be imported before any file that makes one.
z.config({ jitless: true })
