/** Points of NIST P-256: a Multikey holds only x and one bit of y (SEC 1, section 2.3.4). Public values only. */

const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

export function isOnP256(x: Uint8Array, y: Uint8Array): boolean {
  if (x.length !== 32 || y.length !== 32) return false;
  const [left, right] = [toNumber(y), toNumber(x)];
  return left < P && right < P && (left * left) % P === curveAt(right);
}

/** From the compressed form, 33 bytes; undefined when no point has this x. */
export function liftP256(compressed: Uint8Array): { x: Uint8Array; y: Uint8Array } | undefined {
  const sign = compressed[0];
  const x = toNumber(compressed.subarray(1));
  if ((sign !== 2 && sign !== 3) || x >= P) return undefined;
  const square = curveAt(x);
  // P mod 4 is 3, so this power is a root when there is one.
  const root = power(square, (P + 1n) / 4n);
  if ((root * root) % P !== square) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
  return { x: toBytes(x), y: toBytes(y) };
}

function curveAt(x: bigint): bigint {
  return (((x * x * x - 3n * x + B) % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % P;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function toBytes(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * (31 - index))) & 0xffn));
}
