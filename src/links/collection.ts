import { defineCollection } from '../platform/store/index.js'
import type { Link } from './model.js'

export const linksCollection = defineCollection<Link>({
  name: 'links',
  shape: {
    purpose: 'string',
    subject: 'string',
    holder: { id: 'string', role: 'string', region: 'string', organization: 'string' },
    count: 'number',
    createdAt: 'string',
    expiresAt: 'string',
    usedAt: 'string',
    choice: 'string',
  },
  indexes: [{ fields: ['expiresAt'], expires: true }],
})
