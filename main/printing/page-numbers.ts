const font = "font: 8.5pt 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** 页码 at the foot of every page, by the page itself; its lowest 9 mm are theirs. */
export const pageNumbersStyle = `@page { margin: 0 0 9mm 0; @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; ${font}; margin-right: 17mm } }`

/** The same in the same place, for a Chromium that knows no margin boxes: the footer of its own PDF writer. */
export const pageNumbersFooter = `<p style="width: 100%; margin: 0 17mm 0 0; text-align: right; ${font}">第 <span class="pageNumber"></span> 页，共 <span class="totalPages"></span> 页</p>`
