/** A bucket, or a part of one, on a server that speaks Amazon's S3. */
export interface S3Place {
  /** `https://host:port`, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before every key: empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether the bucket's name stands in the host (`bucket.host/key`) and not in the path (`host/bucket/key`). */
  readonly isBucketInHost: boolean;
}

/** For operators: where it is, without its keys. */
export function placeWords({ endpoint, bucket, prefix }: S3Place): string {
  return `the bucket ${bucket}${prefix === '' ? '' : `, below ${prefix},`} at ${endpoint}`;
}
