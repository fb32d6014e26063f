import { curlOf } from './curl.js'
import { type FieldRow, fieldRows } from './field-rows.js'
import { type Html, html, page } from './html.js'
import type { JsonSchema, SchemaComponents } from './json-schema.js'
import type { ApiResponse, OpenApiDocument, Operation, Parameter } from './openapi-document.js'
import { type ProblemCode, problems } from './problem-catalogue.js'

/** The API for people: Chinese first, English beside it, an anchor per operation (`/docs#getNeed`). */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, line]) =>
    Object.entries(line).map(([method, operation]) => ({ path, method, operation })),
  )
  const sections = document.tags.map((tag) => ({
    tag,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  const root = document.servers[0]?.url ?? ''
  return page(
    '接口说明 · Duijie API',
    html`<header>
<p><a href="/">对接 Duijie</a></p>
<h1>接口说明 <span class="en" lang="en">API reference</span></h1>
<p>版本 ${document.info.version}；所有地址以 <code>${root}</code> 开头。机器可读的说明见 <a href="/openapi.json">/openapi.json</a>。<br>
<span class="en" lang="en">Version ${document.info.version}; every address begins with <code>${root}</code>. For machines: <a href="/openapi.json">/openapi.json</a>.</span></p>
</header>
<nav aria-label="目录 Contents">${sections.map(
      (
        section,
      ) => html`<h2>${section.tag.description} <span class="en" lang="en">${section.tag['x-description-en']}</span></h2>
<ul>${section.operations.map(
        ({ operation }) =>
          html`<li><a href="#${operation.operationId}">${operation.summary} <span class="en" lang="en">${operation['x-summary-en']}</span></a></li>`,
      )}</ul>`,
    )}<ul><li><a href="#schemas">数据 <span class="en" lang="en">Records</span></a></li><li><a href="#problems">错误 <span class="en" lang="en">Problems</span></a></li></ul></nav>
<main>${sections.map(
      (
        section,
      ) => html`<h2>${section.tag.description} <span class="en" lang="en">${section.tag['x-description-en']}</span></h2>
${section.operations.map(({ path, method, operation }) => operationSection(document.components.schemas, root, path, method, operation))}`,
    )}${schemaSection(document.components.schemas)}${problemSection()}</main>`,
  )
}

function operationSection(
  schemas: SchemaComponents,
  root: string,
  path: string,
  method: string,
  operation: Operation,
): Html {
  const body = operation.requestBody?.content['application/json']?.schema
  const rows = [
    ...operation.parameters.flatMap((parameter) => parameterRows(parameter, schemas)),
    ...(body ? fieldRows(body, schemas) : []),
  ]
  const answers = Object.entries(operation.responses).map(([status, response]) =>
    '$ref' in response ? '' : answerOf(status, response, schemas),
  )
  return html`<section id="${operation.operationId}">
<h3><span class="method">${method}</span> <code>${path}</code></h3>
<p>${operation.summary} <span class="en" lang="en">${operation['x-summary-en']}</span></p>
${operation.description && html`<p>${operation.description} <span class="en" lang="en">${operation['x-description-en']}</span></p>`}
${rows.length ? fieldTable(rows) : ''}
<pre><code>${curlOf(root, path, method, operation)}</code></pre>
${answers}
</section>`
}

function parameterRows(parameter: Parameter, schemas: SchemaComponents): FieldRow[] {
  const { name, in: place, required, description = '', schema } = parameter
  const shown = place === 'header' ? `${name}:` : name
  return fieldRows({ properties: { [shown]: schema } }, schemas).map((row) => ({
    ...row,
    required,
    description,
  }))
}

function fieldTable(rows: readonly FieldRow[]): Html {
  return html`<table><thead><tr><th>字段 Field</th><th>要求 Rule</th><th>说明 Meaning</th></tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><td><code>${row.name}</code></td><td>${row.required ? '必填 required ' : ''}${row.rule}</td><td>${row.description}${
      row.example && html` <code>${row.example}</code>`
    }</td></tr>`,
)}</tbody></table>`
}

function answerOf(status: string, { description, content }: ApiResponse, schemas: SchemaComponents): Html {
  const { schema, example } = content?.['application/json'] ?? {}
  return html`<p><strong>${status}</strong> ${description} ${schema && answerFields(schema, schemas)}</p>
${schema && !('$ref' in schema) ? details(schema, schemas) : ''}
${example === undefined ? '' : html`<pre><code>${JSON.stringify(example, null, 2)}</code></pre>`}`
}

function answerFields(schema: JsonSchema, schemas: SchemaComponents): Html | string {
  const name = Object.keys(schemas).find((known) => schema.$ref === `#/components/schemas/${known}`)
  return name === undefined ? '' : html`<a href="#schema-${name}"><code>${name}</code></a>`
}

function details(schema: JsonSchema, schemas: SchemaComponents): Html {
  return html`<details><summary>回答的字段 <span class="en" lang="en">Fields of the answer</span></summary>${fieldTable(fieldRows(schema, schemas))}</details>`
}

function schemaSection(schemas: SchemaComponents): Html {
  const sections = Object.entries(schemas).map(
    ([name, schema]) =>
      html`<section id="schema-${name}"><h3><code>${name}</code></h3>${fieldTable(fieldRows(schema, schemas))}</section>`,
  )
  return html`<h2 id="schemas">数据 <span class="en" lang="en">Records</span></h2>${sections}`
}

/** What `type` of a problem document points to, by way of /problems/<code>. */
function problemSection(): Html {
  const rows = (Object.keys(problems) as ProblemCode[]).map((code) => {
    const { status, title, detail } = problems[code]
    return html`<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${title.zh}：${detail.zh} <span class="en" lang="en">${detail.en}</span></td></tr>`
  })
  return html`<h2 id="problems">错误 <span class="en" lang="en">Problems</span></h2>
<p>出错时返回 <code>application/problem+json</code>（RFC 9457），语言由 <code>Accept-Language</code> 决定。
<span class="en" lang="en">Errors come as RFC 9457 problem documents, in the language that <code>Accept-Language</code> prefers.</span></p>
<table><thead><tr><th>代码 Code</th><th>状态 Status</th><th>含义 Meaning</th></tr></thead><tbody>${rows}</tbody></table>`
}
