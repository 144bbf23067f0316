// Every screen of the avatar creator in every size, theme and language; every dialog by keyboard and judged by axe.
// Run when these screens change: bun test ./e2e/screens/creator-by-hand.ts
import { afterAll, beforeAll, describe, setDefaultTimeout, test } from 'bun:test';
import { type PickedFile, picked, portrait } from '../support/sample-photo.ts';
import { walkedStudio } from '../support/walked-studio.ts';
import { EVERY_WAY, type Walker } from '../support/walker.ts';

setDefaultTimeout(300_000);

const studio = walkedStudio({}, 'owner');
let photo: PickedFile;

beforeAll(async () => {
  photo = await picked(await portrait());
});

describe.each(EVERY_WAY)('on a $size, in "$language"', (way) => {
  let walker: Walker;

  beforeAll(async () => {
    walker = await studio.enter(`sari-${way.size}-${way.language}`, way);
  });
  afterAll(() => walker?.leave());

  test('an album is begun, renamed and described', async () => {
    const { t, page } = walker;
    await walker.open('/create');
    await walker.look('cre-albums-empty');
    const newAlbum = walker.button(t('New album', 'Album baru'));
    await walker.byKeyboard(newAlbum, 'cre-album-new');
    await newAlbum.click();
    await walker.sheet().getByLabel(t('Name', 'Nama')).fill('Lebaran');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/create\/./);
    await walker.seen(t('Nobody is here yet', 'Belum ada siapa-siapa di sini'));
    await walker.look('cre-album-empty');
    const more = t('More: edit, delete', 'Lainnya: ubah, hapus');
    await walker.byKeyboard(walker.button(more), 'cre-album-menu');
    await walker.choose(more, t('Rename or describe', 'Ubah nama atau keterangan'));
    await walker.sheet().waitFor();
    await walker.look('cre-album-edit');
    await page.keyboard.press('Escape');
    await walker.gone();
  });

  test('an own picture is kept, after consent', async () => {
    const { t } = walker;
    await walker.give(walker.button(t('Upload a picture', 'Unggah gambar')), photo);
    await walker.sheet().waitFor();
    await walker.look('cre-upload');
    await walker.press(new RegExp(`^${t('Save', 'Simpan')}`), walker.sheet());
    await walker.button(t('I agree', 'Saya setuju')).waitFor();
    await walker.look('cre-upload-consent');
    await walker.press(t('I agree', 'Saya setuju'));
    await walker.gone();
    await walker.seen(t('1 avatar', '1 avatar'));
  });

  test('words become previews, compared and saved', async () => {
    const { t, page } = walker;
    await walker.press(t('New avatar', 'Avatar baru'));
    await walker.sheet().waitFor();
    await walker.look('cre-words');
    const words = t(
      'A young woman in a dark green hijab and a white shirt, smiling, riding an elephant',
      'Wanita muda berhijab hijau tua, kemeja putih, tersenyum, naik gajah',
    );
    const field = walker.sheet().getByLabel(t('Who do you have in mind', 'Siapa yang kamu'));
    await field.fill('x');
    await page.keyboard.press('Tab');
    await walker.look('cre-words-short');
    await field.fill(words);
    await walker.press(t('Generate preview', 'Buat pratinjau'));
    const save = walker.button(/^(Save|Simpan) 15/);
    await save.waitFor();
    await walker.look('cre-preview');
    await walker.press(new RegExp(t('Again|Regenerate', 'Lagi|Buat lagi')));
    await walker.button(t('Compare', 'Banding')).waitFor();
    await save.waitFor();
    await walker.press(t('Compare', 'Banding'));
    await walker.look('cre-compare');
    await walker.press(t('Done comparing', 'Selesai membanding'));
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor();
    await walker.look('cre-leave');
    await walker.press(t('Keep looking', 'Tetap di sini'));
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await walker.sheet().getByLabel(t('Name', 'Nama')).fill('Putri');
    await save.click();
    await walker.link('Putri').waitFor();
    await walker.look('cre-album', 'whole');
  });

  test('an avatar is looked at, renamed, used and deleted', async () => {
    const { t, page } = walker;
    await walker.link('Putri').click();
    await page.waitForURL(/\/avatars\//);
    await page.waitForLoadState('networkidle');
    await walker.look('cre-avatar', 'whole');
    await walker.byKeyboard(walker.button(t('Download', 'Unduh')), 'cre-avatar-download');
    await walker.byKeyboard(walker.button(t('Edit', 'Ubah')), 'cre-avatar-edit');
    const address = page.url();
    await walker.open('/generate');
    const source = walker.button(t('My avatars', 'Avatar saya'));
    await walker.byKeyboard(source, 'cre-source');
    await walker.open(address.replace(studio.url, ''));
    await walker.press(t('Delete', 'Hapus'));
    await walker.button(t('Undo', 'Urungkan')).waitFor();
    await walker.look('cre-avatar-deleted');
    await walker.press(t('Undo', 'Urungkan'));
    await walker.open('/create');
    await walker.look('cre-albums', 'whole');
    const more = walker.button(new RegExp(`^${t('More', 'Lainnya')}: Lebaran`));
    await walker.byKeyboard(more, 'cre-albums-menu');
  });
});
