import Joi from 'joi'
import { type Route, route } from '../platform/http/route.js'
import { idParams, recordId } from '../platform/records/index.js'
import type { ServiceAttachments } from './attachment-service.js'
import { type Attachment, largestAttachment } from './attachments/model.js'
import { answerWith, exampleServiceRecordId } from './routes.js'
import { serviceRecord } from './schema.js'

const ofAttachment = Joi.object<{ id: string; attachment: string }>({
  id: recordId.required(),
  attachment: recordId.required(),
})
const exampleAttachment = 'h-01k8f3q2t8x7m4c9e2p0'
const example = { params: { id: exampleServiceRecordId, attachment: exampleAttachment } }

/** What a browser is to make of a file that somebody sent: save it, never show or run it here. */
const inert = "sandbox; default-src 'none'; frame-ancestors 'none'"

export function attachmentRoutes(attachments: ServiceAttachments): Route[] {
  return [
    route<{ id: string }, unknown, unknown>(
      {
        method: 'post',
        path: '/service-records/{id}/attachments',
        operationId: 'attachToServiceRecord',
        summary: { zh: '上传附件', en: 'Add a file' },
        description: {
          zh: 'JPEG、PNG 或 PDF，最多 10 MB，每条记录最多 10 个。照片中的地点、设备等信息会被去除；含脚本等内容的 PDF 不接受。',
          en: 'JPEG, PNG or PDF of up to 10 MB, ten per record. What a picture says of place and camera is taken out; a PDF with active content is refused.',
        },
        tag: 'service-records',
        permission: 'service-records.write',
        params: idParams,
        ifMatch: true,
        upload: { limit: largestAttachment },
        answers: {
          201: {
            description: { zh: '记录现在的内容', en: 'The record as it is now' },
            schema: serviceRecord,
          },
        },
        example: { params: { id: exampleServiceRecordId } },
      },
      async ({ params, ifMatch, upload, actor }) => ({
        status: 201,
        ...answerWith(await attachments.attach(params.id, ifMatch, upload, actor)),
      }),
    ),
    route<{ id: string; attachment: string }, unknown, unknown>(
      {
        method: 'get',
        path: '/service-records/{id}/attachments/{attachment}',
        operationId: 'getServiceRecordAttachment',
        summary: { zh: '下载附件', en: 'Download a file' },
        tag: 'service-records',
        permission: 'service-records.read',
        params: ofAttachment,
        answers: {
          200: {
            description: { zh: '文件', en: 'The file' },
            type: '*/*',
            schema: Joi.any(),
          },
        },
        example,
      },
      async ({ params, actor }) => {
        const { attachment, bytes } = await attachments.read(params.id, params.attachment, actor)
        return { bytes: { type: attachment.type, content: bytes }, headers: headersOf(attachment) }
      },
    ),
    route<{ id: string; attachment: string }, unknown, unknown>(
      {
        method: 'delete',
        path: '/service-records/{id}/attachments/{attachment}',
        operationId: 'detachFromServiceRecord',
        summary: { zh: '删除附件', en: 'Take a file away' },
        tag: 'service-records',
        permission: 'service-records.write',
        params: ofAttachment,
        ifMatch: true,
        answers: {
          200: {
            description: { zh: '记录现在的内容', en: 'The record as it is now' },
            schema: serviceRecord,
          },
        },
        example,
      },
      async ({ params, ifMatch, actor }) =>
        answerWith(await attachments.detach(params.id, ifMatch, params.attachment, actor)),
    ),
  ]
}

/** By RFC 6266; the plain name is for those who read no other. */
function headersOf({ name, type }: Attachment): Record<string, string> {
  const plain = `attachment.${type.slice(type.indexOf('/') + 1)}`
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': inert,
    'cross-origin-resource-policy': 'same-origin',
  }
}
