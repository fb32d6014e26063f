import type { Operation, Parameter } from './openapi-document.js'

/** The documented example of an operation as a command to copy. */
export function curlOf(root: string, path: string, method: string, operation: Operation): string {
  const { parameters, requestBody } = operation
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce(
      (url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(String(example ?? name))),
      path,
    )
  const query = parameters.filter(hasQueryExample).flatMap(({ name, example }) => pairsOf(name, example))
  const url = `http://127.0.0.1:3000${root}${filled}${query.length ? `?${query.join('&')}` : ''}`
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(url)}`]
  for (const { name, example } of parameters.filter(hasHeaderExample))
    lines.push(`-H ${quoted(`${name}: ${example}`)}`)
  const body = requestBody?.content['application/json']
  if (body) {
    lines.push(`-H ${quoted('Content-Type: application/json')}`)
    lines.push(`--data ${quoted(JSON.stringify(body.example ?? {}))}`)
  }
  if (requestBody?.content['multipart/form-data']) lines.push(`-F ${quoted('file=@photo.jpg')}`)
  return lines.join(' \\\n  ')
}

function hasQueryExample(parameter: Parameter): boolean {
  return parameter.in === 'query' && parameter.example !== undefined
}

function hasHeaderExample(parameter: Parameter): boolean {
  return parameter.in === 'header' && parameter.required
}

function pairsOf(name: string, value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value]
  return values.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`)
}

/** For a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
