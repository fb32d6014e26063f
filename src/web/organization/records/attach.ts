import { api, ifMatch } from '../../api/client.js'
import type { ServiceRecord } from './work.js'

/** What the server takes. */
export const pictureTypes = 'image/jpeg,image/png,application/pdf'

/** Adds a file to a record, from the revision that was seen. @throws Problem */
export async function attach({ id, revision }: ServiceRecord, file: File): Promise<void> {
  await api.POST('/service-records/{id}/attachments', {
    params: { path: { id }, header: ifMatch(revision) },
    body: { file: '' },
    bodySerializer: () => {
      const form = new FormData()
      form.set('file', file)
      return form
    },
  })
}
