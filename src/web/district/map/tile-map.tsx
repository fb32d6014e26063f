import type { TFunction } from 'i18next'
import type { MouseEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { formatted, type Measure, type Scale, type Shown } from './measures.js'

export interface Place {
  readonly code: string
  readonly name: string
  readonly shown: Shown
  /** The outline within the picture; a square where there is none. */
  readonly outline?: string
  /** Where its words stand. */
  readonly at: { readonly x: number; readonly y: number }
}

interface Props {
  readonly places: readonly Place[]
  readonly size: { readonly width: number; readonly height: number }
  readonly title: string
  readonly measure: Measure
  readonly scale: Scale
  readonly onOpen: (code: string) => void
  readonly picture: Ref<SVGSVGElement>
}

/** Side of a tile within the picture. */
export const side = 100
const gap = 4
const font = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Regions with their numbers; each leads to what lies in it. Colours are attributes, so that the picture can be saved. */
export function TileMap({ places, size, title, measure, scale, onOpen, picture }: Props) {
  const { t } = useTranslation()
  const open = (code: string) => (event: MouseEvent) => {
    event.preventDefault()
    onOpen(code)
  }
  return (
    <svg
      ref={picture}
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      fontFamily={font}
      style={{ maxWidth: '100%', height: 'auto', display: 'block', margin: '0 auto' }}
    >
      <title>{title}</title>
      <Patterns />
      {places.map((place) => (
        <a
          key={place.code}
          href={`?region=${place.code}`}
          aria-label={`${place.name} ${wordsOf(place.shown, measure, t)} · ${t(`insight.measures.${measure}`)}`}
          onClick={open(place.code)}
        >
          <PlaceShape place={place} measure={measure} scale={scale} />
        </a>
      ))}
    </svg>
  )
}

/** What cannot be told by a shade: dots for what is kept back, lines for what is not known, crossed ones for what nothing divides. */
function Patterns() {
  return (
    <defs>
      <pattern id="suppressed" width="10" height="10" patternUnits="userSpaceOnUse">
        <rect width="10" height="10" fill="#fffaf0" />
        <circle cx="5" cy="5" r="1.6" fill="#c9a96a" />
      </pattern>
      <pattern id="none" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="10" height="10" fill="#f7f8f9" />
        <rect width="2" height="10" fill="#cfd6dd" />
      </pattern>
      <pattern id="noPopulation" width="12" height="12" patternUnits="userSpaceOnUse">
        <rect width="12" height="12" fill="#f7f8f9" />
        <path d="M0 6H12M6 0V12" stroke="#cfd6dd" />
      </pattern>
    </defs>
  )
}

interface ShapeProps {
  readonly place: Place
  readonly measure: Measure
  readonly scale: Scale
}

function PlaceShape({ place, measure, scale }: ShapeProps) {
  const { t } = useTranslation()
  const { shown, outline, at, name } = place
  const { fill, text } = paintOf(shown, scale)
  const frame = { fill, stroke: '#5a6475', strokeWidth: 1 }
  return (
    <>
      {outline ? (
        <path d={outline} {...frame} />
      ) : (
        <rect
          x={at.x - side / 2 + gap / 2}
          y={at.y - side / 2 + gap / 2}
          width={side - gap}
          height={side - gap}
          rx={8}
          {...frame}
        />
      )}
      <text x={at.x} y={at.y - 12} fontSize={sizeOf(name)} textAnchor="middle" fill={text}>
        {name}
      </text>{' '}
      <text
        x={at.x}
        y={at.y + 22}
        fontSize={shown.kind === 'number' ? 26 : 14}
        fontWeight={600}
        textAnchor="middle"
        fill={text}
      >
        {wordsOf(shown, measure, t)}
      </text>
    </>
  )
}

/** As large as the name may be within a tile; letters are little more than half as wide as characters. */
function sizeOf(name: string): number {
  const width = Array.from(name, (letter) => (letter < '\u2000' ? 0.6 : 1)).reduce(
    (sum, each) => sum + each,
    0,
  )
  return Math.min(16, Math.floor((side - 3 * gap) / width))
}

/** Zero is plain white: something was entered and nothing is missing. */
export function paintOf(shown: Shown, scale: Scale): { fill: string; text: string } {
  if (shown.kind !== 'number') return { fill: `url(#${shown.kind})`, text: '#1c2330' }
  return shown.value === 0 ? { fill: '#ffffff', text: '#1c2330' } : scale.shadeOf(shown.value)
}

function wordsOf(shown: Shown, measure: Measure, t: TFunction): string {
  return shown.kind === 'number' ? formatted(shown.value, measure) : t(`insight.${shown.kind}`)
}

export interface Tile {
  readonly code: string
  readonly x: number
  readonly y: number
}

/** Places the tiles of one level in a picture of their own. */
export function laidOut(tiles: readonly Tile[]) {
  const xs = tiles.map(({ x }) => x)
  const ys = tiles.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return {
    size: { width: (Math.max(...xs) - left + 1) * side, height: (Math.max(...ys) - top + 1) * side },
    at: new Map(
      tiles.map(({ code, x, y }) => [code, { x: (x - left + 0.5) * side, y: (y - top + 0.5) * side }]),
    ),
  }
}
