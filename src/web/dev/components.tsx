export default function Components() {
  return null;
}
