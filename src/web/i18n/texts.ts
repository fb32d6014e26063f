import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { accountTexts } from '../account/texts.js'
import { communityTexts } from '../community/texts.js'
import { districtTexts } from '../district/texts.js'
import { inboxTexts } from '../inbox/texts.js'
import { organizationTexts } from '../organization/texts.js'
import { referralTexts } from '../referrals/texts.js'
import { sheetTexts } from '../sheets/texts.js'
import { common } from './common.js'

export type UiLanguage = 'zh' | 'en'

/** Every text of the pages, by language; each workspace keeps its own beside its pages. */
export const texts = {
  zh: {
    translation: {
      ...common.zh,
      ...communityTexts.zh,
      ...districtTexts.zh,
      ...organizationTexts.zh,
      ...referralTexts.zh,
      ...inboxTexts.zh,
      ...accountTexts.zh,
      ...sheetTexts.zh,
    },
  },
  en: {
    translation: {
      ...common.en,
      ...communityTexts.en,
      ...districtTexts.en,
      ...organizationTexts.en,
      ...referralTexts.en,
      ...inboxTexts.en,
      ...accountTexts.en,
      ...sheetTexts.en,
    },
  },
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: (typeof texts)['zh']
  }
}

const storageKey = 'duijie.language'

/** What was chosen before; Chinese unless English was. */
export function currentLanguage(): UiLanguage {
  return i18next.language === 'en' ? 'en' : 'zh'
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh',
    fallbackLng: false,
    resources: texts,
    interpolation: { escapeValue: false },
  })
  showLanguage()
}

export async function chooseLanguage(language: UiLanguage): Promise<void> {
  localStorage.setItem(storageKey, language)
  await i18next.changeLanguage(language)
  showLanguage()
}

function showLanguage(): void {
  document.documentElement.lang = currentLanguage() === 'en' ? 'en' : 'zh-Hans'
  document.title = i18next.t('app.title')
}
