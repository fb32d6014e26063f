import { type Plugin, runnerImport } from 'vite'

const prefix = 'virtual:texts/'

/**
 * Gives `virtual:texts/zh` and `virtual:texts/en`: what i18n/texts.ts holds of that language. Both stand side by side in
 * the sources, so that none is forgotten; a reader needs one.
 */
export function textsByLanguage(file: string): Plugin {
  return {
    name: 'texts-by-language',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const { module, dependencies } = await runnerImport<typeof import('./i18n/texts.js')>(file)
      for (const dependency of dependencies) this.addWatchFile(dependency)
      const language = id.endsWith('/en') ? 'en' : 'zh'
      return `export default ${JSON.stringify(module.texts[language].translation)}`
    },
  }
}
