/** So much larger than on the screen: it is for print. */
const zoom = 2

/** Saves an SVG picture as PNG. @throws Error where the browser cannot draw it */
export async function savePicture(picture: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = picture.viewBox.baseVal
  const source = new XMLSerializer().serializeToString(picture)
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }))
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * zoom
  canvas.height = height * zoom
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(image.src)
  const link = document.createElement('a')
  link.href = canvas.toDataURL('image/png')
  link.download = name
  link.click()
}
