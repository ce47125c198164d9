/** The door of the certificate's code: not a format of credentials, but a statement about one. */
export {
  type CertificateStatement,
  checkCertificate,
  firstInstantOf,
  lastInstantOf,
  readCertificate,
  stateCertificate,
} from './statement.ts';
export {
  CERTIFICATE_TYPE,
  findCertificateToken,
  MAX_CERTIFICATE_URL,
  openCertificate,
  secureCertificate,
  verifyCertificate,
} from './token.ts';
