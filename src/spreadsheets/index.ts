import { type Needs, needMessages } from '../needs/index.js'
import { type Offerings, offeringMessages } from '../offerings/index.js'
import type { Organizations } from '../organizations/index.js'
import type { ApiPart } from '../platform/http/api-part.js'
import { messagesOf } from '../platform/http/messages.js'
import { recordMessages } from '../platform/records/index.js'
import { tableMessages } from '../platform/tables/index.js'
import { regionMessages } from '../regions/index.js'
import { type ServiceParts, serviceRecordMessages } from '../service-records/index.js'
import { taxonomyMessages } from '../taxonomy/index.js'
import { spreadsheetMessages } from './messages.js'
import { needSheetKind } from './need-kind.js'
import { needTemplate } from './need-template.js'
import { offeringSheetKind } from './offering-kind.js'
import { offeringTemplate } from './offering-template.js'
import { sheetRoutes } from './routes.js'
import { serviceRecordSheetKind } from './service-record-kind.js'
import { serviceRecordTemplate } from './service-record-template.js'
import { SheetImport, type SheetImportDeps } from './sheet-import.js'
import { type TemplateDeps, templateOf } from './template.js'

export { agesIn, listIn } from './cell-values.js'
export { needHeaders, offeringHeaders } from './columns.js'
export { spreadsheetMessages } from './messages.js'
export { needSheet } from './need-sheet.js'
export { offeringSheet } from './offering-sheet.js'
export { organizationSheet } from './organization-sheet.js'
export { createReferences, type References } from './references.js'
export type { Sheet } from './sheet.js'
export { SheetReader } from './sheet-reader.js'

export interface SpreadsheetDeps extends TemplateDeps {
  readonly needs: Needs
  readonly offerings: Offerings
  readonly organizations: Organizations
  readonly services: Pick<ServiceParts, 'records'>
  readonly fingerprint: SheetImportDeps<never>['fingerprint']
}

/** Sheets of needs, offerings and service records over HTTP. */
export function spreadsheetApi({
  needs,
  offerings,
  organizations,
  services,
  ...shared
}: SpreadsheetDeps): ApiPart {
  const own = { ...spreadsheetMessages, ...tableMessages }
  const messages = messagesOf([
    own,
    recordMessages,
    regionMessages,
    taxonomyMessages,
    offeringMessages,
    needMessages,
    serviceRecordMessages,
  ])
  const routes = [
    ...sheetRoutes({
      ...{ plural: 'needs', name: 'Needs', text: { zh: '需求', en: 'needs' }, permission: 'needs.write' },
      imports: new SheetImport({ ...shared, kind: needSheetKind(needs) }),
      template: (actor, language) => templateOf(needTemplate, actor, language, shared),
      messages,
    }),
    ...sheetRoutes({
      ...{ plural: 'offerings', name: 'Offerings', text: { zh: '服务', en: 'offerings' } },
      permission: 'offerings.write',
      imports: new SheetImport({ ...shared, kind: offeringSheetKind(offerings, organizations) }),
      template: (actor, language) => templateOf(offeringTemplate, actor, language, shared),
      messages,
    }),
    ...sheetRoutes({
      ...{
        plural: 'service-records',
        name: 'ServiceRecords',
        text: { zh: '服务记录', en: 'service records' },
      },
      permission: 'service-records.write',
      imports: new SheetImport({ ...shared, kind: serviceRecordSheetKind(services.records) }),
      template: (actor, language) => templateOf(serviceRecordTemplate, actor, language, shared),
      messages,
    }),
  ]
  return { routes, messages: own }
}
