import { accountTexts } from '../account/texts.js'
import { communityTexts } from '../community/texts.js'
import { districtTexts } from '../district/texts.js'
import { inboxTexts } from '../inbox/texts.js'
import { organizationTexts } from '../organization/texts.js'
import { referralTexts } from '../referrals/texts.js'
import { sheetTexts } from '../sheets/texts.js'
import { common } from './common.js'

/**
 * Every text of the pages, by language; each workspace keeps its own beside its pages. Pages load one language only, as
 * `virtual:texts/…` (texts-by-language.ts).
 */
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

export type UiLanguage = keyof typeof texts
