import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/**
 * exceljs's streaming reader, mended: 4.4 turns each chunk of bytes into text on its own, so that a Chinese character
 * on the border of two chunks (every 64 KB) becomes two or three U+FFFD. Here it is given text.
 * @param source a path, or the workbook's bytes
 */
export async function openWorkbook(source: string | Readable) {
  // Half a second to load: only those pay who read a workbook.
  const { default: exceljs } = await import('exceljs')

  class WorkbookReader extends exceljs.stream.xlsx.WorkbookReader {
    override _parseSharedStrings(entry: Readable) {
      return super._parseSharedStrings(entry.setEncoding('utf8'))
    }

    override _parseWorksheet(bytes: AsyncIterable<Buffer | string>, sheet: string) {
      return super._parseWorksheet(decoded(bytes), sheet)
    }
  }

  return new WorkbookReader(source, { styles: 'cache', sharedStrings: 'cache' })
}

async function* decoded(bytes: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  const decoder = new StringDecoder('utf8')
  for await (const chunk of bytes) yield typeof chunk === 'string' ? chunk : decoder.write(chunk)
  yield decoder.end()
}
