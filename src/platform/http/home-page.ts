import { html, page } from './html.js'

/** The page at /: what this is, and where to go on. */
export function homePage(version: string): string {
  return page(
    '对接 Duijie',
    html`<header>
<h1>对接 <span class="en" lang="en">Duijie</span></h1>
</header>
<main>
<p>把社区的需求对接到能够满足它的社会组织：录入需求和服务，给出排序的推荐，并说明理由；没有合适的服务时，也会如实说明。</p>
<p class="en" lang="en">Duijie matches what communities need with what social organisations can do. Needs and offerings go in; ranked recommendations come out, each with its reasons, and a plain answer where nothing fits.</p>
<ul>
<li><a href="/docs">接口说明 <span class="en" lang="en">API reference</span></a></li>
<li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/healthz">运行状态 <span class="en" lang="en">Health</span></a></li>
</ul>
<p>版本 <span class="en" lang="en">Version</span> ${version}</p>
</main>`,
  )
}
