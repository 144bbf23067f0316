import { describe, expect, test } from 'bun:test';
import { ApiFault } from '@lumiku/app-kit/web';
import { createPreviewStore } from './create-preview-store.ts';
import { hasUnsaved } from './preview-state.ts';
import { playServer } from './testing/played-server.ts';
import { previewOf } from './testing/preview-of.ts';

const NOW = new Date('2026-11-21T10:30:00.000Z').getTime();
const RED = { prompt: 'A woman in a red dress' };

async function openDialog(prepare: (server: ReturnType<typeof playServer>) => void = () => {}) {
  const server = playServer();
  prepare(server);
  const store = createPreviewStore(server, { now: () => NOW });
  await store.getState().open('album', 'words');
  store.getState().edit(RED);
  return { server, store };
}

async function withPreviews(count: number) {
  const dialog = await openDialog();
  for (let number = 1; number <= count; number++) {
    await dialog.store.getState().generatePreview();
    await dialog.server.end(`preview-${number}`);
  }
  return dialog;
}

function fault(code: string, retryAfterSeconds?: number): ApiFault {
  return new ApiFault({ code, status: 400, message: code, retryAfterSeconds });
}

describe('generatePreview', () => {
  test('shows what the server tells of the work, then the picture with a name to start from', async () => {
    const { server, store } = await openDialog();
    await store.getState().generatePreview();
    expect(store.getState().making).toMatchObject({ previewId: 'preview-1', fraction: null });
    server.streams.get('preview-1')?.onProgress(0.4, 'drawing', null);
    expect(store.getState().making).toMatchObject({ fraction: 0.4, stage: 'drawing' });
    await server.end('preview-1');
    expect(store.getState()).toMatchObject({
      making: null,
      phase: 'look',
      shownId: 'preview-1',
      name: 'Woman in a red dress',
    });
    expect(server.streams.size).toBe(0);
  });

  test('a second press while one is in the making asks for nothing', async () => {
    const { server, store } = await openDialog();
    await Promise.all([store.getState().generatePreview(), store.getState().generatePreview()]);
    expect(server.asked).toHaveLength(1);
  });

  test('words that cannot be sent are not sent', async () => {
    const { server, store } = await openDialog();
    store.getState().edit({ prompt: 'too short' });
    await store.getState().generatePreview();
    expect(server.asked).toEqual([]);
    expect(store.getState().making).toBeNull();
  });

  test('a limit says until when to wait, and goes back to the words', async () => {
    const { server, store } = await openDialog();
    server.refuse = { call: 'ask', with: fault('RATE_LIMIT_EXCEEDED', 90) };
    await store.getState().generatePreview();
    expect(store.getState()).toMatchObject({
      phase: 'words',
      making: null,
      problem: { during: 'generate', waitUntilMs: NOW + 90_000 },
    });
    store.getState().edit({ prompt: 'A man in a blue suit' });
    expect(store.getState().problem?.waitUntilMs).toBe(NOW + 90_000);
  });

  test('whatever goes wrong leads back to where it was asked for, also with earlier previews', async () => {
    const { server, store } = await withPreviews(1);
    store.getState().goTo('words');
    server.refuse = { call: 'ask', with: fault('RATE_LIMIT_EXCEEDED', 90) };
    await store.getState().generatePreview();
    expect(store.getState()).toMatchObject({ phase: 'words', making: null });
    await store.getState().generatePreview();
    await store.getState().cancelPreview();
    expect(store.getState()).toMatchObject({ phase: 'words', making: null });
  });

  test('a preview that failed says why and keeps the earlier ones in sight', async () => {
    const { server, store } = await withPreviews(1);
    await store.getState().generatePreview();
    await server.end('preview-2', {
      status: 'failed',
      errorCode: 'ENGINE_CONTENT_REFUSED',
      errorMessage: 'The engine refused to draw this.',
      retryAfterSeconds: 20,
    });
    expect(store.getState()).toMatchObject({ phase: 'look', shownId: 'preview-1', making: null });
    expect(store.getState().problem).toMatchObject({
      fault: { message: 'The engine refused to draw this.' },
      waitUntilMs: NOW + 20_000,
    });
  });

  test('regenerate asks with the words and choices of the preview in sight, not of the draft', async () => {
    const { server, store } = await withPreviews(1);
    store.getState().edit({ prompt: 'Somebody else entirely' });
    await store.getState().regenerate();
    expect(server.asked.at(-1)?.prompt).toBe(RED.prompt);
  });
});

describe('cancelPreview', () => {
  test('stops the work and shows what was there before', async () => {
    const { server, store } = await withPreviews(1);
    await store.getState().generatePreview();
    await store.getState().cancelPreview();
    expect(server.cancelled).toEqual(['preview-2']);
    expect(store.getState()).toMatchObject({ making: null, phase: 'look', shownId: 'preview-1' });
  });

  test('before the server has answered: the late answer is cancelled and never shown', async () => {
    const { server, store } = await openDialog();
    const letAnswer = server.holdAnswers();
    const asking = store.getState().generatePreview();
    await store.getState().cancelPreview();
    expect(server.cancelled).toEqual([]);
    letAnswer();
    await asking;
    expect(server.cancelled).toEqual(['preview-1']);
    expect(store.getState()).toMatchObject({ making: null, phase: 'words', previews: [] });
    expect(server.streams.size).toBe(0);
  });
});

describe('savePreview', () => {
  test('saves the one in sight under its name and marks it as saved', async () => {
    const { server, store } = await withPreviews(2);
    store.getState().show('preview-1');
    store.getState().setName('  Sari ');
    const avatar = await store.getState().savePreview();
    expect(avatar?.name).toBe('Sari');
    expect(server.saved).toMatchObject([{ previewId: 'preview-1', name: 'Sari' }]);
    expect(store.getState().previews[0]?.avatarId).toBe('avatar-of-preview-1');
    expect(hasUnsaved(store.getState(), NOW)).toBe(true);
  });

  test('a double press sends one request', async () => {
    const { server, store } = await withPreviews(1);
    const [first, second] = await Promise.all([
      store.getState().savePreview(),
      store.getState().savePreview(),
    ]);
    expect(server.saved).toHaveLength(1);
    expect([first === null, second === null]).toEqual([false, true]);
  });

  test('without credits the preview stays, and trying again is the same intent', async () => {
    const { server, store } = await withPreviews(1);
    server.refuse = { call: 'save', with: fault('INSUFFICIENT_CREDITS') };
    expect(await store.getState().savePreview()).toBeNull();
    expect(store.getState()).toMatchObject({
      shownId: 'preview-1',
      isSaving: false,
      problem: { during: 'save' },
    });
    await store.getState().savePreview();
    expect(server.saved[0]?.key).toBe(server.saved[1]?.key ?? '');
  });

  test('a preview the server no longer has cannot be saved again', async () => {
    const { server, store } = await withPreviews(1);
    server.refuse = { call: 'save', with: fault('PREVIEW_EXPIRED') };
    expect(await store.getState().savePreview()).toBeNull();
    expect(hasUnsaved(store.getState(), NOW)).toBe(false);
  });

  test('without a name nothing is sent', async () => {
    const { server, store } = await withPreviews(1);
    store.getState().setName('   ');
    expect(await store.getState().savePreview()).toBeNull();
    expect(server.saved).toEqual([]);
  });

  test('a name the person gave stays when another preview is looked at', async () => {
    const { store } = await withPreviews(2);
    store.getState().setName('Sari');
    store.getState().show('preview-1');
    expect(store.getState().name).toBe('Sari');
  });
});

describe('open', () => {
  test('brings back what the server still keeps, oldest first, without what is over', async () => {
    const { store } = await openDialog((server) => {
      server.kept = [
        previewOf('new'),
        previewOf('failed', { status: 'failed' }),
        previewOf('over', { expiresAt: '2026-11-21T10:29:59.000Z' }),
        previewOf('old'),
      ];
    });
    expect(store.getState().previews.map(({ previewId }) => previewId)).toEqual([
      'preview-old',
      'preview-new',
    ]);
    expect(store.getState()).toMatchObject({ phase: 'words', shownId: 'preview-new' });
  });

  test('follows what is still in the making', async () => {
    const { server, store } = await openDialog((played) => {
      played.kept = [previewOf('running', { status: 'processing', progress: 30 })];
    });
    expect(store.getState()).toMatchObject({ phase: 'look', making: { fraction: 0.3 } });
    await server.end('preview-running');
    expect(store.getState()).toMatchObject({ making: null, shownId: 'preview-running' });
  });

  test('a list that cannot be read leaves the words usable', async () => {
    const { store } = await openDialog((server) => {
      server.refuse = { call: 'list', with: fault('OFFLINE') };
    });
    expect(store.getState()).toMatchObject({ phase: 'words', problem: null, previews: [] });
  });
});

describe('clearPreview', () => {
  test('forgets the previews and keeps the words', async () => {
    const { server, store } = await withPreviews(1);
    await store.getState().generatePreview();
    store.getState().clearPreview();
    await server.end('preview-2');
    expect(store.getState()).toMatchObject({ previews: [], making: null, shownId: null });
    expect(store.getState().draft.prompt).toBe(RED.prompt);
  });
});

describe('what would be lost by leaving', () => {
  test('work in the making and savable previews count; saved and expired ones do not', () => {
    const making = null;
    expect(hasUnsaved({ previews: [previewOf('a')], making }, NOW)).toBe(true);
    expect(hasUnsaved({ previews: [previewOf('a', { avatarId: 'x' })], making }, NOW)).toBe(false);
    expect(hasUnsaved({ previews: [previewOf('a')], making }, NOW + 3_600_000)).toBe(false);
    expect(hasUnsaved({ previews: [], making }, NOW)).toBe(false);
  });
});
