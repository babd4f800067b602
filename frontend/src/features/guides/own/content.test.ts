import { describe, expect, it } from 'vitest';
import { heldBack } from '@/lib/documents/held';
import { merge } from '@/lib/documents/merge';
import {
  asRead,
  contentOf,
  fieldAt,
  fieldsOf,
  LANGUAGES,
  missingIn,
  moved,
  newKey,
  placeOf,
  questionsField,
  TOPICS,
} from './content';
import { managedGuide } from './given';

const { content } = managedGuide();
const fields = fieldsOf(content);

describe('a guide as fields', () => {
  it('says the same when it is put together again', () => {
    expect(contentOf(fields)).toEqual(content);
  });

  it('lets one administrator reorder while another writes', () => {
    const mine = { ...fields, [TOPICS]: ['closing', 'welcome'] };
    const theirs = { ...fields, 'welcome.smil.da.evaluatee': 'Smiler jeg?' };
    const { merged, conflicts } = merge(fields, mine, theirs);
    expect(conflicts).toEqual([]);
    const [first, second] = contentOf(merged).topics;
    expect(first?.key).toBe('closing');
    expect(second?.questions[0]?.da.evaluatee).toBe('Smiler jeg?');
  });

  it('keeps what is written in a topic that somebody else removes, until one has chosen', () => {
    const mine = { ...fields, 'closing.da.title': 'Farvel' };
    const theirs = fieldsOf({ ...content, topics: content.topics.slice(0, 1) });
    const { merged, conflicts } = merge(fields, mine, theirs);
    expect(conflicts).toEqual(['closing.da.title']);
    expect(merged['closing.da.title']).toBe('Farvel');
  });

  it('leaves out what is in no list', () => {
    const { topics } = contentOf({ ...fields, [TOPICS]: ['closing'] });
    expect(topics.map(({ key }) => key)).toEqual(['closing']);
  });

  it('finds a field by what the service calls it', () => {
    expect(fieldAt('topics[0].questions[1].en.partner', fields)).toBe('welcome.ro.en.partner');
    expect(fieldAt('topics[1].da.title', fields)).toBe('closing.da.title');
    expect(fieldAt('en.introduction', fields)).toBe('en.introduction');
    expect(fieldAt('topics', fields)).toBe(TOPICS);
  });

  it('knows what each of its fields belongs to', () => {
    for (const field of Object.keys(fields)) {
      const { topic, question } = placeOf(field);
      if (topic) expect(['welcome', 'closing']).toContain(topic);
      if (question) expect(fields[questionsField(topic ?? '')]).toContain(question);
    }
    expect(placeOf('welcome.questions')).toEqual({ topic: 'welcome', part: 'order' });
  });

  it('counts the texts that a topic is without', () => {
    expect(missingIn(fields, 'welcome', LANGUAGES)).toBe(0);
    expect(missingIn({ ...fields, 'welcome.ro.en.partner': ' ' }, 'welcome', LANGUAGES)).toBe(1);
    expect(missingIn({ ...fields, 'welcome.questions': ['ro', 'ny'] }, 'welcome', LANGUAGES)).toBe(
      4,
    );
    expect(missingIn({ ...fields, 'welcome.questions': ['ro', 'ny'] }, 'welcome', ['da'])).toBe(2);
  });

  it('moves things within the list and not out of it', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });

  it('makes keys that the service takes and that look like no number of somebody’s', () => {
    const keys = Array.from({ length: 50 }, newKey);
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) expect(key).toMatch(/^[a-z]{16}$/);
    expect(heldBack({ [TOPICS]: keys }, { [TOPICS]: [] }, {})).toEqual([]);
  });

  it('is read in one language, in both wordings', () => {
    const read = asRead(content, 'en');
    expect(read.title).toBe('At the desk in Fjordby');
    expect(read.topics[0]?.self).toBe('Jeg: Velkomst (en)?');
    expect(read.topics[0]?.questions[1]?.partner).toBe('Den anden: ro (en)?');
  });
});
