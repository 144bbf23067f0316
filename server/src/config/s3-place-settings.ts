import type { S3Place } from '../files/index.ts';
import type { ConfigProblem } from './read-settings.ts';
import type { SettingValues } from './settings.ts';

/** Host names of Amazon's that name the region: `s3.eu-central-1.amazonaws.com`, `s3-eu-west-1.amazonaws.com`. */
const AMAZON_REGION = /^s3[.-](?:dualstack\.)?([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/;
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/;
const FOLDER = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

/** Where pictures lie by STORAGE_URL and what belongs to it; no place when it is not set. */
export function s3Place(storage: SettingValues['storage']): {
  place: S3Place | null;
  problems: ConfigProblem[];
  warnings: string[];
} {
  if (storage.url === undefined) return { place: null, problems: [], warnings: unused(storage) };
  const url = new URL(storage.url);
  const { endpoint, bucket, folder } = url.protocol === 's3:' ? amazon(url, storage) : ofHost(url);
  const accessKeyId = storage.accessKeyId ?? decoded(url.username);
  const secretAccessKey = storage.secretAccessKey ?? decoded(url.password);
  const problems = [
    ...(BUCKET.test(bucket) ? [] : [noBucket()]),
    ...(folder === '' || FOLDER.test(folder) ? [] : [oddFolder()]),
    ...(accessKeyId ? [] : [noKey('STORAGE_ACCESS_KEY_ID')]),
    ...(secretAccessKey ? [] : [noKey('STORAGE_SECRET_ACCESS_KEY')]),
  ];
  if (problems.length > 0) return { place: null, problems, warnings: [] };
  const prefix = folder === '' ? '' : `${folder}/`;
  const { isBucketInHost } = storage;
  const region = storage.region ?? regionOf(endpoint);
  const place = { endpoint, bucket, prefix, region, accessKeyId, secretAccessKey, isBucketInHost };
  const warnings =
    storage.uploadPath === undefined
      ? []
      : ['UPLOAD_PATH is not used, because STORAGE_URL is set; remove one of them.'];
  return { place, problems: [], warnings };
}

interface Address {
  endpoint: string;
  bucket: string;
  folder: string;
}

function amazon(url: URL, { region }: SettingValues['storage']): Address {
  const endpoint = `https://s3.${region ?? 'us-east-1'}.amazonaws.com`;
  return { endpoint, bucket: url.hostname, folder: trimmed(url.pathname) };
}

function ofHost(url: URL): Address {
  const [bucket = '', ...folder] = trimmed(url.pathname).split('/');
  return { endpoint: `${url.protocol}//${url.host}`, bucket, folder: folder.join('/') };
}

const trimmed = (path: string) => path.replace(/^\/+|\/+$/g, '');
const regionOf = (endpoint: string) =>
  AMAZON_REGION.exec(new URL(endpoint).hostname)?.[1] ?? 'us-east-1';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function noBucket(): ConfigProblem {
  return {
    env: 'STORAGE_URL',
    message: 'STORAGE_URL does not name a bucket after the host.',
    fix: 'Set https://host/bucket, e.g. https://s3.eu-central-1.amazonaws.com/my-bucket.',
  };
}

function oddFolder(): ConfigProblem {
  return {
    env: 'STORAGE_URL',
    message: 'The folder in STORAGE_URL has other signs than letters, digits, dots, dashes and _.',
    fix: 'Name it with those, e.g. https://host/bucket/lumiku.',
  };
}

function noKey(env: 'STORAGE_ACCESS_KEY_ID' | 'STORAGE_SECRET_ACCESS_KEY'): ConfigProblem {
  const message = `STORAGE_URL is set, but ${env} is not.`;
  return { env, message, fix: `Set ${env}, from the provider of the bucket.` };
}

function unused(storage: SettingValues['storage']): string[] {
  return storage.accessKeyId === undefined && storage.secretAccessKey === undefined
    ? []
    : ['The STORAGE_… keys are not used, because STORAGE_URL is not set.'];
}
