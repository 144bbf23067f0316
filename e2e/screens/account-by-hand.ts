// Coming in, the account and what a person can do about it, in every size, theme and language; every dialog by keyboard
// and judged by axe. Run when these screens change: bun test ./e2e/screens/account-by-hand.ts
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { unzipSync } from 'fflate';
import { walkedStudio } from '../support/walked-studio.ts';
import { EVERY_WAY, PASSWORD, type Walker } from '../support/walker.ts';

setDefaultTimeout(300_000);

const studio = walkedStudio({ env: { LUMIKU_VISION: 'off' } }, 'owner');

describe.each(EVERY_WAY)('on a $size, in "$language"', (way) => {
  const name = `sari-${way.size}-${way.language}`;
  let walker: Walker;

  beforeAll(async () => {
    walker = await studio.enter(name, way);
  });
  afterAll(() => walker?.leave());

  test('the account, its keys and its places', async () => {
    const { t, page } = walker;
    await walker.open('/account');
    await walker.seen(t('Tier and limits', 'Tingkat dan batas'));
    await walker.look('acc-account', 'whole');
    const newKey = walker.button(t('New key', 'Kunci baru'));
    await walker.byKeyboard(newKey, 'acc-key-new', async () => {
      await walker.sheet().getByLabel(t('What is it for?', 'Untuk apa?')).fill('Toko');
      await page.keyboard.press('Enter');
      await walker.button(t('I have it', 'Sudah saya simpan')).waitFor();
      await walker.look('acc-key-shown');
    });
    const revoke = walker.button(new RegExp(`^${t('Revoke', 'Cabut')}`));
    await walker.byKeyboard(revoke, 'acc-key-revoke');
    await revoke.click();
    await walker.press(t('Revoke', 'Cabut'), walker.sheet());
    await revoke.waitFor({ state: 'detached' });
  });

  test('wrong passwords are told where they stand', async () => {
    const { t, page } = walker;
    await page.getByLabel(t('Now', 'Sekarang'), { exact: true }).fill('not it at all');
    await page.getByLabel(t('New', 'Baru'), { exact: true }).fill('a long new password');
    await walker.press(t('Change the password', 'Ganti kata sandi'));
    await page.locator('[aria-invalid=true]').or(page.getByRole('alert')).first().waitFor();
    await walker.look('acc-password-wrong', 'whole');
  });

  test('pages beside it, and the list to jump with', async () => {
    const { t, page } = walker;
    await walker.open('/account/links');
    await walker.seen(t('No shared links', 'Tidak ada tautan bersama'));
    await walker.look('acc-links-empty');
    await walker.open('/account/webhooks');
    await walker.look('acc-webhooks-empty');
    await walker.open('/credits');
    await walker.look('acc-credits', 'whole');
    await walker.open('/');
    if (way.size === 'desk') {
      const jump = walker.button(t('Search or jump to', 'Cari atau lompat ke'));
      await walker.byKeyboard(jump, 'acc-jump', async () => {
        await walker
          .sheet()
          .getByRole('searchbox')
          .or(walker.sheet().getByRole('combobox'))
          .fill('zzz');
        await walker.look('acc-jump-nothing');
      });
    }
    await page.context().setOffline(true);
    try {
      await walker.link(t('History', 'Riwayat')).click();
      await walker.seen(t('The studio cannot be reached', 'Studio tidak dapat dihubungi'));
      await walker.look('acc-offline');
    } finally {
      await page.context().setOffline(false);
    }
    // What was asked for while nothing could be reached comes by itself.
    await walker.seen(t('No pictures yet', 'Belum ada gambar'));
  });

  test('everything is taken along', async () => {
    const { t, page } = walker;
    await walker.open('/account');
    const [archive] = await Promise.all([
      page.waitForEvent('download'),
      walker.link(t('Export my data', 'Ekspor data saya')).click(),
    ]);
    const files = unzipSync(new Uint8Array(await Bun.file(await archive.path()).arrayBuffer()));
    expect(new TextDecoder().decode(Object.values(files)[0])).toContain(`${name}@example.com`);
  });

  test('the account is deleted, after the password, and can no longer sign in', async () => {
    const { t, page } = walker;
    const leave = walker.button(t('Delete my account', 'Hapus akun saya'));
    await walker.byKeyboard(leave, 'acc-delete', async () => {
      await walker.sheet().locator('input').fill('wrong one');
      await walker.press(t('Delete everything', 'Hapus semuanya'), walker.sheet());
      await walker.sheet().locator('[aria-invalid=true]').waitFor();
      await walker.look('acc-delete-wrong');
    });
    await leave.click();
    await walker.sheet().locator('input').fill(PASSWORD);
    await walker.press(t('Delete everything', 'Hapus semuanya'), walker.sheet());
    await walker.seen(t('Sign in to your studio.', 'Masuk ke studio'));
    await walker.look('acc-sign-in', 'whole');
    await page.getByLabel('Email').fill(`${name}@example.com`);
    await page.getByLabel(t('Password', 'Kata sandi'), { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ visible: true }).first().waitFor();
    await walker.look('acc-sign-in-wrong', 'whole');
    await walker.press(t('New here?', 'Baru di sini?'));
    await walker.press(t('Create my account', 'Buat akun saya'));
    await walker.look('acc-sign-up-wrong', 'whole');
    await page.route('**/api/setup', (route) =>
      route.fulfill({ json: { data: { hasOwner: false, signUpOpen: true } } }),
    );
    await page.reload();
    await walker.seen(t('Welcome to your studio', 'Selamat datang di studio'));
    await walker.look('acc-first-visit', 'whole');
  });
});
