import assert from "node:assert/strict";
import { test } from "node:test";
import { Model } from "../src/data/model.ts";
import { complete_data, type Document, type Figure } from "../src/data/types.ts";

const figure = (id: string, value: number, chain: Figure["chain"] = []): Figure =>
  ({ id, start: 0, end: 4, min: value, max: value, measure: "killed", chain });

const document = (id: string, outlet: string, published: string, figures: Figure[]): Document =>
  ({ id, outlet, published, text: "قُتل بحارة في المرفأ.", figures });

const guard = { text: "حرس السواحل", entity: "guard" };
const agency = { text: "وكالة المنار", entity: null };

/** Three invented reports of a sunk boat: two stand on the coast guard, one of them through an agency. */
const data = complete_data({
  entities: [{ id: "guard", type: "organization", name: "حرس سواحل تالورا" }],
  documents: [
    { ...document("late", "الضفة", "2021-05-03", [figure("f3", 9)]),
      mentions: [{ start: 0, end: 4, entity: "guard" }, { start: 5, end: 9, entity: "nobody" }] },
    { ...document("early", "المرفأ", "2021-05-01", [figure("f1", 7, [guard])]),
      mentions: [{ start: 0, end: 4, entity: "guard" }],
      statements: [{ cue: { start: 0, end: 4 }, content: { start: 5, end: 9 }, chain: [guard] }] },
    document("middle", "السارية", "2021-05-02", [figure("f2", 7, [agency, guard])]),
  ],
  stories: [{ id: "boat", documents: ["late", "early", "middle", "not-there"], tolls: [
    { measure: "injured", rule: "range", min: 1, max: 2 },
    { measure: "killed", population: "children", rule: "range", min: 1, max: 1 },
    { measure: "killed", population: "unspecified", rule: "latest", min: 9, max: 9 },
    { measure: "killed", population: "unspecified", rule: "range", min: 7, max: 9 },
  ] }],
  groups: [
    { id: "one", story: "boat", figures: ["f3"] },
    { id: "all", story: "boat", figures: ["f1", "f2", "f3"], relation: "revised" },
  ],
  reuse: [{ a: { document: "late", start: 0, end: 20 }, b: { document: "early", start: 0, end: 20 } }],
});
const model = new Model(data);
const view = model.story("boat")!;

test("documents stand by time of publishing, those that are missing are left out", () => {
  assert.deepEqual(view.documents.map(({ id }) => id), ["early", "middle", "late"]);
  assert.equal(model.story("no such story"), null);
});

test("figures whose chains end in one source are one origin, with one hue", () => {
  const [first, second] = [view.origins.of_figure("f1"), view.origins.of_figure("f2")];
  assert.equal(first, second);
  assert.equal(first?.label, "حرس سواحل تالورا");
  assert.equal(first?.slot, 0);
  assert.notEqual(view.origins.of_figure("f3"), first);
  assert.equal(view.origins.of_chain(model, [agency, guard]), first);
  assert.deepEqual(view.origins.of_document(model.documents.get("middle")!), [first]);
});

test("origins that the data lists are taken as they are, and two of one name stay two", () => {
  const listed = new Model(complete_data({
    ...data,
    groups: [{ id: "all", story: "boat", figures: ["f1", "f2", "f3"], origin_list: [
      { id: "o1", label: "شهود", kind: "witness", documents: ["early"], figures: ["f1"] },
      { id: "o2", label: "شهود", kind: "witness", documents: ["middle", "late"], figures: ["f2", "f3"] },
    ] }],
  })).story("boat")!;
  assert.equal(listed.origins.list.length, 2);
  assert.notEqual(listed.origins.of_figure("f1"), listed.origins.of_figure("f2"));
  assert.equal(listed.origins.of_figure("f2"), listed.origins.of_figure("f3"));
});

test("tolls are rows of a measure and a population, their rules in order", () => {
  assert.deepEqual(view.tolls.map(({ measure, population, tolls }) => [measure, population, tolls.map(({ rule }) => rule)]), [
    ["killed", "unspecified", ["range", "latest"]],
    ["killed", "children", ["range"]],
    ["injured", null, ["range"]],
  ]);
});

test("groups of one stand apart from those that compare", () => {
  assert.deepEqual(view.groups.map(({ id }) => id), ["all"]);
  assert.deepEqual(view.single_groups.map(({ id }) => id), ["one"]);
});

test("the graph runs from origin over agency to outlet", () => {
  const edges = view.chains.edges.map(({ from, to, count }) => `${from} > ${to} ${count}`).sort();
  assert.deepEqual(edges, [
    "origin|حرس سواحل تالورا > outlet|المرفأ 2",
    "origin|حرس سواحل تالورا > relay|وكالة المنار 1",
    "relay|وكالة المنار > outlet|السارية 1",
  ]);
});

test("whole ways are counted as well", () => {
  assert.deepEqual(view.chains.paths.map(({ names, count }) => [names.join(" > "), count]), [
    ["حرس سواحل تالورا > المرفأ", 2],
    ["حرس سواحل تالورا > وكالة المنار > السارية", 1],
  ]);
});

test("names count reports and mentions, speakers their statements", () => {
  assert.deepEqual(view.entities.map(({ entity, documents, mentions }) => [entity.id, documents, mentions.length]), [["guard", 2, 2]]);
  assert.deepEqual(view.speakers.map(({ name, count }) => [name, count]), [["حرس سواحل تالورا", 1]]);
});

test("one statement in two reports is said once, in other words or twice in one report it is not", () => {
  const text = "قال الحرس إن القارب غرق قرب الميناء القديم فجرا. وأضاف أن البحث جار.";
  const bytes = (words: string) => {
    const start = Buffer.byteLength(text.slice(0, text.indexOf(words)));
    return { start, end: start + Buffer.byteLength(words) };
  };
  const said = (words: string) => ({ cue: bytes("قال"), content: bytes(words), chain: [guard] });
  const sunk = said("القارب غرق قرب الميناء القديم فجرا");
  const nearly = said("إن القارب غرق قرب الميناء القديم فجرا");
  const report = (id: string, statements: Document["statements"]): Document => ({ id, text, outlet: id, statements });
  const [speaker] = new Model(complete_data({
    ...data,
    documents: [report("a", [sunk, said("البحث جار")]), report("b", [nearly, sunk])],
    stories: [{ id: "boat", documents: ["a", "b"] }],
  })).story("boat")!.speakers;
  assert.equal(speaker.count, 4);
  assert.deepEqual(speaker.said.map(({ first, copies }) => [first.document.id, copies.length]), [["a", 1], ["a", 0], ["b", 0]]);
});

test("statements that differ in a number are two, however alike their words", () => {
  const report = (id: string, count: string): Document => {
    const text = `غرق في الحادث قرب الميناء القديم فجر اليوم ${count} بحارا`;
    return { id, text, outlet: id, statements: [{ cue: { start: 0, end: 0 }, content: { start: 0, end: Buffer.byteLength(text) }, chain: [guard] }] };
  };
  const [speaker] = new Model(complete_data({
    ...data, documents: [report("a", "7"), report("b", "9"), report("c", "٧")], stories: [{ id: "boat", documents: ["a", "b", "c"] }],
  })).story("boat")!.speakers;
  assert.deepEqual(speaker.said.map(({ first, copies }) => [first.document.id, copies.map(({ document: { id } }) => id)]), [["a", ["c"]], ["b", []]]);
});

test("a copy begins with the earliest report", () => {
  assert.deepEqual(view.copies.map(({ passages }) => passages.map(({ document: id }) => id)), [["early", "late"]]);
});

test("data that lacks everything is an empty report", () => {
  for (const raw of [null, 3, [], {}, { documents: "no" }]) {
    assert.deepEqual(new Model(complete_data(raw)).data.stories, []);
  }
});
