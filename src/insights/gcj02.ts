/**
 * WGS-84 of a point in GCJ-02, the shifted coordinates of Chinese maps. The shift has a published formula and no closed
 * inverse: it is found by stepping towards the point whose shift leads here, to less than a millimetre.
 * @param point degrees, east and north
 */
export function wgs84Of([lng, lat]: readonly [number, number]): [number, number] {
  let east = lng
  let north = lat
  for (let step = 0; step < 10; step++) {
    const [shiftedEast, shiftedNorth] = gcj02Of([east, north])
    east -= shiftedEast - lng
    north -= shiftedNorth - lat
  }
  return [east, north]
}

const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

/** The shift as eviltransform and coordtransform (both MIT) give it, after Krasovsky's ellipsoid of 1940. */
export function gcj02Of([lng, lat]: readonly [number, number]): [number, number] {
  const [x, y] = [lng - 105, lat - 35]
  const radians = (lat / 180) * Math.PI
  const bend = 1 - eccentricity * Math.sin(radians) ** 2
  const north =
    (northShift(x, y) * 180) / (((axis * (1 - eccentricity)) / (bend * Math.sqrt(bend))) * Math.PI)
  const east = (eastShift(x, y) * 180) / ((axis / Math.sqrt(bend)) * Math.cos(radians) * Math.PI)
  return [lng + east, lat + north]
}

function northShift(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves(6 * x, 2 * x, [20, 20]) +
    waves(y, y / 3, [20, 40]) +
    waves(y / 12, y / 30, [160, 320])
  )
}

function eastShift(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves(6 * x, 2 * x, [20, 20]) +
    waves(x, x / 3, [20, 40]) +
    waves(x / 12, x / 30, [150, 300])
  )
}

function waves(a: number, b: number, [first, second]: readonly [number, number]): number {
  return ((first * Math.sin(a * Math.PI) + second * Math.sin(b * Math.PI)) * 2) / 3
}
