import { fileURLToPath } from 'node:url'

/** Where `npm run build:web` puts the pages; it lies beside `src`, and in `dist` itself where that is what runs. */
export const ownWebApp = fileURLToPath(new URL('./../dist/web', import.meta.url))

/** First words of the paths that the pages find their way by themselves. */
export const webPlaces = [
  'sign-in',
  'community',
  'organization',
  'district',
  'inbox',
  'account',
  'invitation',
  'needs',
  'offerings',
  'referrals',
  'regions',
] as const
