import { createHash, createHmac } from 'node:crypto';

/** Who may ask, and with which secret. */
export interface AccessKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** A signature as it came: in the `Authorization` header or, for presigned URLs, in the query. */
interface Claim {
  credential: string[];
  signedHeaders: string[];
  signature: string;
  date: string;
  payloadHash: string;
}

const CLOCK_SKEW_MS = 15 * 60_000;

/**
 * Checks a request's AWS Signature Version 4 from scratch, as the S3 API reference describes it ("Authenticating
 * Requests"). @returns the code S3 answers with, or null when the request is who it says
 */
export function signatureFault(request: Request, key: AccessKey, region: string): string | null {
  const url = new URL(request.url);
  const claim = fromQuery(url) ?? fromHeader(request);
  if (!claim) return 'AccessDenied';
  const [accessKeyId, day, claimedRegion, service, end] = claim.credential;
  if (accessKeyId !== key.accessKeyId) return 'InvalidAccessKeyId';
  if (claimedRegion !== region || service !== 's3' || end !== 'aws4_request') {
    return 'AuthorizationHeaderMalformed';
  }
  if (Math.abs(timeOf(claim.date) - Date.now()) > CLOCK_SKEW_MS) return 'RequestTimeTooSkewed';
  if (!claim.signedHeaders.includes('host')) return 'AccessDenied';
  const scope = `${day}/${region}/s3/aws4_request`;
  const canonical = canonicalRequest(request, url, claim);
  const toSign = ['AWS4-HMAC-SHA256', claim.date, scope, sha256(canonical)].join('\n');
  const signingKey = [day ?? '', region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${key.secretAccessKey}`,
  );
  const right = createHmac('sha256', signingKey).update(toSign).digest('hex');
  return right === claim.signature ? null : 'SignatureDoesNotMatch';
}

function fromQuery({ searchParams }: URL): Claim | null {
  const signature = searchParams.get('X-Amz-Signature');
  if (signature === null) return null;
  return {
    credential: (searchParams.get('X-Amz-Credential') ?? '').split('/'),
    signedHeaders: (searchParams.get('X-Amz-SignedHeaders') ?? '').split(';'),
    signature,
    date: searchParams.get('X-Amz-Date') ?? '',
    payloadHash: 'UNSIGNED-PAYLOAD',
  };
}

function fromHeader({ headers }: Request): Claim | null {
  const parts = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
    headers.get('authorization') ?? '',
  );
  if (!parts) return null;
  return {
    credential: (parts[1] ?? '').split('/'),
    signedHeaders: (parts[2] ?? '').split(';'),
    signature: parts[3] ?? '',
    date: headers.get('x-amz-date') ?? '',
    payloadHash: headers.get('x-amz-content-sha256') ?? '',
  };
}

function canonicalRequest(request: Request, url: URL, claim: Claim): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  const headers = claim.signedHeaders.map(
    (name) => `${name}:${(request.headers.get(name) ?? '').trim()}\n`,
  );
  return [
    request.method,
    decodeURIComponent(url.pathname).split('/').map(encoded).join('/'),
    query.join('&'),
    headers.join(''),
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
}

/** RFC 3986, and nothing but. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** `20261124T225227Z` */
const timeOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
