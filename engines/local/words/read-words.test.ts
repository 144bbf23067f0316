import { describe, expect, test } from 'bun:test';
import { CLOTHES, CLOTHES_KEYS, HAIR_NAMES, HAIR_STYLES } from '@lumiku/contract';
import { readWords } from './read-words.ts';

describe('English prompts are read', () => {
  test('a colour belongs to the thing that follows it', () => {
    const { look } = readWords('Young woman in a blue shirt and black trousers, brown hair');
    expect(look).toMatchObject({
      gender: 'female',
      ageRange: 'young',
      topColour: '#2f62b5',
      bottomColour: '#1f1f23',
      hairColour: '#4a2f21',
    });
  });

  test('a colour reaches its thing over cut, cloth and pattern, but not over a comma', () => {
    const { look, unread } = readWords('mustard striped cotton shirt, black skirt');
    expect(look).toMatchObject({ topColour: '#e6c14a', bottomColour: '#1f1f23' });
    expect(unread).toEqual(['striped', 'cotton']);
    expect(readWords('white, striped shirt').look.topColour).toBeUndefined();
  });

  test('phrases win over their words', () => {
    const { look } = readWords('a man with long hair and sunglasses');
    expect(look).toMatchObject({ gender: 'male', hairStyle: 'long', glasses: 'sun' });
    expect(readWords('man with a short beard').look.beard).toBe('short');
  });

  test('a shape of hair is read though its colour stands between', () => {
    const { look, unread } = readWords('woman with long black hair and a red dress');
    expect(look).toMatchObject({ hairStyle: 'long', hairColour: '#1b1719', topColour: '#c2352b' });
    expect(unread).toEqual([]);
    expect(readWords('a long dress').look.hairStyle).toBeUndefined();
  });

  test('a negation takes back, and only what it stands before', () => {
    const { look } = readWords('man without glasses and with a moustache');
    expect(look).toMatchObject({ glasses: 'none', beard: 'moustache' });
  });

  test('a place gives the colour behind the figure', () => {
    const read = readWords('girl on the beach at sunset, green dress');
    expect(read.look).toMatchObject({ gender: 'female', outfit: 'dress', topColour: '#3d8a4f' });
    expect(read.backdrop).toBe('#ecc9a0');
  });

  test('an emerald dress on a pink background keeps both colours apart', () => {
    const read = readWords('woman in an emerald dress, pink background');
    expect(read.look.topColour).toBe('#1f5a3c');
    expect(read.backdrop).toBe('#e08aa8');
  });

  test('arms and descent are read', () => {
    const read = readWords('Javanese businessman with his arms crossed');
    expect(read.gesture).toBe('crossed');
    expect(read.ethnicity?.en).toContain('javanese');
    expect(read.look).toMatchObject({ gender: 'male', outfit: 'professional' });
  });
});

describe('Indonesian prompts are read', () => {
  test('a colour belongs to the thing before it', () => {
    const { look } = readWords('Wanita muda berhijab merah muda, kemeja putih dan rok biru tua');
    expect(look).toMatchObject({
      gender: 'female',
      ageRange: 'young',
      headCover: 'hijab',
      coverColour: '#e08aa8',
      topColour: '#f2efe8',
      bottomColour: '#22304d',
    });
  });

  test('a colour reaches its thing over a pattern, but not over a comma', () => {
    expect(readWords('kemeja garis mustar, celana hijau').look).toMatchObject({
      topColour: '#e6c14a',
      bottomColour: '#3d8a4f',
    });
  });

  test('skin, beard, glasses and clothes', () => {
    const { look } = readWords(
      'pria paruh baya berkulit sawo matang, berjenggot tebal, berkacamata, memakai batik coklat',
    );
    expect(look).toMatchObject({
      gender: 'male',
      ageRange: 'mature',
      skinColour: '#b77f57',
      beard: 'full',
      glasses: 'round',
      outfit: 'traditional',
      topColour: '#6f4a33',
    });
  });

  test('a word with "wearing" or "her" in it is read as the thing', () => {
    const { look, unread } = readWords('wanita karier berblazer merah, rambutnya pirang');
    expect(look).toMatchObject({
      outfit: 'professional',
      topColour: '#c2352b',
      hairColour: '#d9b36a',
    });
    expect(unread).toEqual([]);
  });

  test('a colour beside a beard is the hair’s, unless the hair has one', () => {
    expect(readWords('old man with a white beard').look.hairColour).toBe('#a9a8a6');
    const { look } = readWords('man with brown hair and a red beard');
    expect(look.hairColour).toBe('#4a2f21');
  });

  test('tanpa takes back', () => {
    expect(readWords('pria tanpa kacamata, ramah').look.glasses).toBe('none');
  });

  test('the colour and the shape of hair follow it in any order', () => {
    const dressed = readWords('perempuan rambut panjang hitam, gaun hijau tua').look;
    expect(dressed).toMatchObject({ hairStyle: 'long', hairColour: '#1b1719', outfit: 'dress' });
    expect(dressed.topColour).toBe('#1f5a3c');
    const turned = readWords('perempuan dengan rambut coklat panjang').look;
    expect(turned).toMatchObject({ hairStyle: 'long', hairColour: '#4a2f21' });
  });
});

describe('what cannot be drawn is said', () => {
  test('unread words are listed in order, once, without fillers', () => {
    const { unread } = readWords('a woman riding a dragon with a dragon sword');
    expect(unread).toEqual(['riding', 'dragon', 'sword']);
  });

  test('things that are understood but not drawn are told, moods are drawn', () => {
    const english = readWords('smiling woman with a helmet');
    expect([english.look.expression, english.unread]).toEqual(['smile', ['helmet']]);
    expect(readWords('woman with a red fedora').look).toMatchObject({ headCover: 'hat' });
    const indonesian = readWords('wanita terkejut memakai helm');
    expect([indonesian.look.expression, indonesian.unread]).toEqual(['surprised', ['helm']]);
  });

  test('a colour that belongs to nothing is told, plain words about light are not', () => {
    expect(readWords('turquoise wizard in soft light').unread).toEqual(['turquoise', 'wizard']);
  });

  test('other scripts, emoji and empty text do no harm', () => {
    expect(readWords('امرأة جميلة ترتدي فستان').unread.length).toBe(4);
    expect(readWords('🎉🎉🎉').unread).toEqual([]);
    expect(readWords('   ')).toEqual({
      look: {},
      hint: {},
      gesture: null,
      ethnicity: null,
      backdrop: null,
      unread: [],
    });
  });

  test('a shirt is worn by itself, unless a suit or jeans go with it', () => {
    expect(readWords('wanita berkemeja putih')).toMatchObject({
      look: { topColour: '#f2efe8' },
      hint: { outfit: 'professional' },
    });
    expect(readWords('a navy suit with a white shirt').look.outfit).toBe('formal');
    expect(readWords('a white shirt and jeans').look.outfit).toBe('casual');
  });
});

describe('every choice of the look editor can be said', () => {
  test('single outfits, haircuts, covers, glasses and shoes are read in both languages', () => {
    const cases = [
      ['perempuan berkebaya dengan rambut kepang', { clothes: 'kebaya', hairStyle: 'braid' }],
      ['man with aviators and a beanie', { glasses: 'aviator', headCover: 'beanie' }],
      ['pria berpeci dan sarung', { headCover: 'peci', clothes: 'koko_sarong' }],
      ['woman with box braids, long coat and boots', { hairStyle: 'box_braids', shoes: 'boots' }],
      ['wanita hijab segi empat, gamis', { headCover: 'hijab_square', clothes: 'gamis' }],
      ['tall man with dreadlocks winking', { hairStyle: 'locs', height: 1.08, expression: 'wink' }],
    ] as const;
    for (const [prompt, look] of cases) {
      const read = readWords(prompt);
      expect([prompt, read.look]).toEqual([prompt, expect.objectContaining(look)]);
      expect(read.unread).toEqual([]);
    }
  });

  test('the names the editor shows are understood', () => {
    for (const hairStyle of HAIR_STYLES)
      for (const text of Object.values(HAIR_NAMES[hairStyle].phrase ?? {}))
        expect([text, readWords(text).look.hairStyle]).toEqual([text, hairStyle]);
    for (const clothes of CLOTHES_KEYS)
      for (const text of [CLOTHES[clothes].en, CLOTHES[clothes].id])
        expect([text, readWords(text).look.clothes]).toEqual([text, clothes]);
  });
});
