import { expect } from 'chai'
import fc from 'fast-check'
import { contentOf } from '../../../src/service-records/attachments/content.js'
import { fileName } from '../../../src/service-records/attachments/model.js'
import { aJpeg, aPdf, aPng, exif, jpegSegment, pdfStream, pngChunk } from './files.js'

const faultOf = (file: Buffer): string => {
  const taken = contentOf(file)
  return 'fault' in taken ? taken.fault : taken.type
}
const bytesOf = (file: Buffer): Buffer => {
  const taken = contentOf(file)
  if ('fault' in taken) throw new Error(taken.fault)
  return taken.bytes
}

describe('the content of a file', () => {
  it('decides what it is, whatever it is called', () => {
    expect([aJpeg(), aPng(), aPdf()].map(faultOf)).to.deep.equal([
      'image/jpeg',
      'image/png',
      'application/pdf',
    ])
    for (const other of ['', 'GIF89a', '<svg onload=alert(1)>', '<html>', 'PK\x03\x04', 'MZ', '%!PS', 'BM'])
      expect(faultOf(Buffer.from(other, 'latin1')), other).to.equal('attachment.type')
  })

  it('stays as it is where a picture holds nothing but itself', () => {
    expect(bytesOf(aJpeg())).to.deep.equal(aJpeg())
    expect(bytesOf(aPng())).to.deep.equal(aPng())
    expect(bytesOf(aPdf())).to.deep.equal(aPdf())
  })

  it('loses place, camera, comments, previews and what follows the end of a JPEG', () => {
    const file = aJpeg(
      [
        jpegSegment(0xe1, exif(1)),
        jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>'),
        jpegSegment(0xed, 'Photoshop 3.0\0 Zhang'),
        jpegSegment(0xe0, 'JFXX\0 preview'),
        jpegSegment(0xfe, 'comment by Zhang'),
      ],
      Buffer.from('PK\x03\x04 hidden'),
    )
    expect(bytesOf(file)).to.deep.equal(aJpeg())
  })

  it('keeps which way up a JPEG is, and nothing else of its EXIF', () => {
    for (const order of ['II', 'MM'] as const) {
      const kept = bytesOf(aJpeg([jpegSegment(0xe1, exif(6, order))]))
      expect(kept.toString('latin1'))
        .to.include('Exif')
        .and.not.match(/GPS|Zhang/)
      expect(bytesOf(kept), 'a second time').to.deep.equal(kept)
    }
  })

  it('keeps the colours of a JPEG: profile and Adobe’s transform', () => {
    const file = aJpeg([
      jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01abc'),
      jpegSegment(0xee, 'Adobe\0d\0\0\0\0\x01'),
    ])
    expect(bytesOf(file)).to.deep.equal(file)
    expect(bytesOf(aJpeg([jpegSegment(0xe2, 'MPF\0 second picture')]))).to.deep.equal(aJpeg())
  })

  it('loses texts, times, EXIF and what follows the end of a PNG', () => {
    const extra = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].map((type) =>
      pngChunk(type, Buffer.from('Author\0Zhang')),
    )
    expect(bytesOf(Buffer.concat([aPng(extra), Buffer.from('hidden')]))).to.deep.equal(aPng())
  })

  it('is refused where a picture is cut, damaged or claims to be enormous', () => {
    for (const whole of [aJpeg(), aPng()]) {
      for (let length = 8; length < whole.length; length++)
        expect(faultOf(whole.subarray(0, length)), `${length} bytes`).to.equal('attachment.broken')
    }
    const damaged = aPng()
    damaged[20] = 7
    expect(faultOf(damaged)).to.equal('attachment.broken')
    expect(faultOf(aPng([], [100_000, 100_000]))).to.equal('attachment.broken')
    expect(faultOf(aPng([pngChunk('ABCD', Buffer.alloc(1))]))).to.equal('attachment.broken')
    expect(faultOf(aPdf().subarray(0, 60))).to.equal('attachment.broken')
  })

  it('is refused where a PDF could act or hides a file, also by another spelling or compressed', () => {
    const plain = (inside: string) => aPdf(`1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n`)
    const acting = [
      plain('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      plain('/OpenAction << /S /J#61vaScript /JS (1) >>'),
      plain('/AA << /O << /S /Launch /F (cmd.exe) >> >>'),
      plain('/Names << /EmbeddedFiles 3 0 R >>'),
      plain('/AcroForm << /XFA 3 0 R >>'),
      plain('/Encrypt 4 0 R'),
      aPdf(pdfStream('/Type /ObjStm /N 1 /First 4', '1 0 << /S /JavaScript >>')),
      aPdf(pdfStream('/Type /Obj#53tm /N 1 /First 4', '1 0 << /S /Launch >>')),
      aPdf(pdfStream('/N 1 /First 4', '1 0 << /S /JavaScript >>')),
      aPdf(pdfStream(`/Pad (${'x'.repeat(5_000)}) /Type /ObjStm /N 1 /First 4`, '1 0 << /S /Launch >>')),
      aPdf('7 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream\nendobj\n'),
    ]
    for (const [index, file] of acting.entries())
      expect(faultOf(file), `${index}`).to.equal('attachment.active')
    const harmless = [
      plain('/OpenAction [1 0 R /Fit]'),
      aPdf(pdfStream('/Type /ObjStm /N 1 /First 4', '1 0 << /Type /Page >>')),
      aPdf(pdfStream('', 'BT /F1 12 Tf (JavaScript and Launch in a text) Tj ET')),
      aPdf('7 0 obj\n<< /Filter /DCTDecode >>\nstream\n\xff\xd8\xff\nendstream\nendobj\n'),
    ]
    for (const [index, file] of harmless.entries())
      expect(faultOf(file), `${index}`).to.equal('application/pdf')
  })

  it('never makes the reader fail, whatever the bytes', () => {
    const begun = fc.constantFrom(aJpeg(), aPng(), aPdf(pdfStream('/Type /ObjStm', '1 0 << >>')))
    const changed = fc.tuple(begun, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), fc.nat(40))
    fc.assert(
      fc.property(changed, ([file, changes, cut]) => {
        const bytes = Buffer.from(file)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        faultOf(bytes.subarray(0, bytes.length - (cut % bytes.length)))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the name of a file', () => {
  it('loses folders, control and direction marks, and a leading dot', () => {
    expect(fileName('C:\\照片\\签到表.jpg')).to.equal('签到表.jpg')
    expect(fileName('../../etc/passwd')).to.equal('passwd')
    expect(fileName('a\u202egnp.exe\r\n"x')).to.equal('agnp.exe"x')
    expect(fileName('a\ud800b.png')).to.equal('a\ufffdb.png')
    expect(fileName('.htaccess')).to.equal('htaccess')
    expect(fileName('  ')).to.equal('file')
    expect([...fileName(`${'长'.repeat(300)}.pdf`)]).to.have.length(120)
  })
})
