import type { ConfigProviderProps } from 'antd'
import type { Locale } from 'antd/es/locale'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { texts, UiLanguage } from './texts.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: (typeof texts)['zh']
  }
}

/** The texts of a language, ours and AntD's, in files of its own. */
const files = {
  zh: [() => import('virtual:texts/zh'), () => import('antd/locale/zh_CN')],
  en: [() => import('virtual:texts/en'), () => import('antd/locale/en_US')],
} as const

const storageKey = 'duijie.language'
const componentTexts = new Map<UiLanguage, Locale>()

/** What was chosen before; Chinese unless English was. */
export function currentLanguage(): UiLanguage {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** What AntD's components say by themselves, in the language chosen. */
export function componentLocale(): Pick<ConfigProviderProps, 'locale'> {
  const locale = componentTexts.get(currentLanguage())
  return locale ? { locale } : {}
}

export async function startTexts(): Promise<void> {
  const language = localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  const start = i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    // A story in the browser fails where its console complains.
    saveMissing: true,
    missingKeyHandler: (_, __, key) => console.error(`no text for ${key}`),
  })
  await Promise.all([start, loadTexts(language)])
  showLanguage()
}

export async function chooseLanguage(language: UiLanguage): Promise<void> {
  await loadTexts(language)
  localStorage.setItem(storageKey, language)
  await i18next.changeLanguage(language)
  showLanguage()
}

async function loadTexts(language: UiLanguage): Promise<void> {
  const [ownFile, componentFile] = files[language]
  const [own, components] = await Promise.all([ownFile(), componentFile()])
  i18next.addResourceBundle(language, 'translation', own.default)
  componentTexts.set(language, components.default)
}

function showLanguage(): void {
  document.documentElement.lang = currentLanguage() === 'en' ? 'en' : 'zh-Hans'
  document.title = i18next.t('app.title')
}
