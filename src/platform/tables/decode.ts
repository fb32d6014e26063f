import iconv from 'iconv-lite'

/** How much is looked at to tell UTF-8 from GB18030, counted from the first byte that is not ASCII. */
const evidence = 64 * 1024
const replacement = /\ufffd/g

interface Decoder {
  write(bytes: Buffer): string
  end(): string | undefined
}

/**
 * Text from bytes in UTF-8 with or without BOM, UTF-16 with BOM, or GB18030 (which holds GBK and GB 2312), as Excel in
 * China saves CSV. ASCII means the same in both, so the choice waits for the first other byte and then looks at 64 KB:
 * whichever leaves fewer bytes unexplained is taken. A BOM must lie whole in the first chunk. What cannot be read becomes U+FFFD. Every line ends in \n.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  for await (const text of joinedLineEnds(decoded(bytes))) if (text) yield text
}

async function* decoded(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  let decoder: Decoder | undefined
  let held: Buffer[] = []
  let heldSize = 0
  let start = true
  for await (const chunk of bytes) {
    if (decoder) {
      yield decoder.write(chunk)
      continue
    }
    if (start) decoder = fromMark(chunk)
    start = false
    if (decoder) {
      yield decoder.write(chunk)
      continue
    }
    if (heldSize === 0 && isAscii(chunk)) {
      yield chunk.toString('latin1')
      continue
    }
    held.push(chunk)
    heldSize += chunk.length
    if (heldSize < evidence) continue
    decoder = likeliest(Buffer.concat(held))
    for (const one of held) yield decoder.write(one)
    held = []
  }
  if (!decoder) decoder = likeliest(Buffer.concat(held))
  for (const one of held) yield decoder.write(one)
  yield decoder.end() ?? ''
}

function fromMark(chunk: Buffer): Decoder | undefined {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return iconv.getDecoder('utf8')
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return iconv.getDecoder('utf-16le')
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return iconv.getDecoder('utf-16be')
  return undefined
}

function isAscii(chunk: Buffer): boolean {
  for (const byte of chunk) if (byte > 0x7f) return false
  return true
}

/** A file in UTF-8 with one broken byte must not turn into GB18030 gibberish: so both are counted. */
function likeliest(sample: Buffer): Decoder {
  const unexplained = (encoding: string) => {
    // Without `end`, a character that the sample cuts in two does not count.
    const text = iconv.getDecoder(encoding).write(sample)
    return text.match(replacement)?.length ?? 0
  }
  const inUtf8 = unexplained('utf8')
  return iconv.getDecoder(inUtf8 === 0 || inUtf8 < unexplained('gb18030') ? 'utf8' : 'gb18030')
}

async function* joinedLineEnds(texts: AsyncIterable<string>): AsyncIterable<string> {
  let carry = ''
  for await (const text of texts) {
    const whole = carry + text
    // A chunk may end between \r and \n.
    carry = whole.endsWith('\r') ? '\r' : ''
    yield (carry ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n')
  }
  if (carry) yield '\n'
}
