/**
 * Points of NIST P-256 and P-384: a Multikey holds only x and one bit of y (SEC 1, section 2.3.4; FIPS 186-5).
 * Public values only.
 */

export type CurveName = 'P-256' | 'P-384';

/** y² = x³ − 3x + b modulo p; `size` is the length of a coordinate in bytes. */
type Curve = { readonly size: number; readonly p: bigint; readonly b: bigint };

const curves: Readonly<Record<CurveName, Curve>> = {
  'P-256': {
    size: 32,
    p: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
  },
  'P-384': {
    size: 48,
    p: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
  },
};

export function isOnCurve(name: CurveName, x: Uint8Array, y: Uint8Array): boolean {
  const curve = curves[name];
  if (x.length !== curve.size || y.length !== curve.size) return false;
  const [left, right] = [toNumber(y), toNumber(x)];
  return left < curve.p && right < curve.p && (left * left) % curve.p === curveAt(curve, right);
}

/** The sign of y and the whole of x; for a point of the curve. */
export function compressPoint(x: Uint8Array, y: Uint8Array): Uint8Array {
  return Uint8Array.of(((y.at(-1) ?? 0) & 1) === 0 ? 2 : 3, ...x);
}

/** From the compressed form; undefined when no point has this x. */
export function liftPoint(
  name: CurveName,
  compressed: Uint8Array,
): { readonly x: Uint8Array; readonly y: Uint8Array } | undefined {
  const curve = curves[name];
  const { p, size } = curve;
  const sign = compressed[0];
  const x = toNumber(compressed.subarray(1));
  if (compressed.length !== size + 1 || (sign !== 2 && sign !== 3) || x >= p) return undefined;
  const square = curveAt(curve, x);
  // Both primes are 3 modulo 4, so this power is a root when there is one.
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root;
  return { x: toBytes(x, size), y: toBytes(y, size) };
}

function curveAt({ p, b }: Curve, x: bigint): bigint {
  return (((x * x * x - 3n * x + b) % p) + p) % p;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function toBytes(number: bigint, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) =>
    Number((number >> BigInt(8 * (size - 1 - index))) & 0xffn),
  );
}
