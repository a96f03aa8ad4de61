// The points, as PageData.java wrote them: columns of numbers, and tables of what they stand for.
// -1 is what is not there.
const data = JSON.parse(document.getElementById("data").textContent);
const CHANGES = ["", "lost", "bare", "gained", "born", "touched"];
const CHANGE_WORDS = {
  lost: "lost", bare: "born bare", gained: "gained", born: "born covered", touched: "changed",
};

const text = (number) => (number < 0 ? null : data.strings[number]);

// The names that a sentence shares with its point, see Tables.java.
const OWN_NAME = -2;
const OWN_NAMESPACE = -3;

function phrase(number, point) {
  if (number < 0) return null;
  return data.phrases[number].map((part) => {
    if (part === OWN_NAME) return point.name;
    return part === OWN_NAMESPACE ? point.namespace : text(part);
  }).join("");
}

function place(number) {
  if (number < 0) return null;
  const [path, line, column, base] = data.places[number];
  return `${base ? "base " : ""}${text(path)}:${line}:${column}`;
}

function story(number, point) {
  const [at, settledBy, remedy, line, remedyAt, ...steps] = data.stories[number];
  const chain = [];
  for (let i = 0; i < steps.length; i += 2) {
    const parts = data.steps[steps[i]];
    chain.push({ parts: parts.map((part) => phrase(part, point)), at: place(steps[i + 1]) });
  }
  return {
    at: place(at),
    settledBy: phrase(settledBy, point),
    remedy: phrase(remedy, point),
    line: text(line),
    remedyAt: place(remedyAt),
    steps: chain,
  };
}

function behind(number) {
  if (number < 0) return { count: 0, names: [] };
  const [count, ...names] = data.behind[number];
  return { count, names: names.map((name) => reasonOf(data.reasons[name]).reason) };
}

const kinds = data.kinds.map(([direction, verdict, state, cause, words, attributed, counted]) => ({
  direction, verdict, state, cause,
  label: data.causes[words][0],
  sentence: data.causes[words][1],
  attributed: attributed === 1,
  counted: counted === 1,
}));

// The policy's kind and name, or the only word of a reason that names no policy.
function reasonOf([kind, name]) {
  return { reason: name < 0 ? text(kind) : `${text(kind)}/${text(name)}`, name: text(name) };
}

function pointsOf(target, number) {
  const columns = target.points;
  const before = new Map(columns.before ?? []);
  return columns.subject.map((subject, row) => ({
    target: number,
    subject: text(data.subjects[subject][1]),
    namespace: text(data.subjects[subject][0]),
    ...reasonOf(data.reasons[columns.reason[row]]),
    reasonNumber: columns.reason[row],
    kind: kinds[columns.kind[row]],
    kindNumber: columns.kind[row],
    story: columns.story[row],
    witness: columns.witness[row],
    behind: columns.behind[row],
    change: columns.change ? CHANGES[columns.change[row]] : "",
    before: before.get(row) ?? -1,
  }));
}

const points = data.targets.flatMap(pointsOf);
const compared = data.targets.some((target) => target.points.change);

// All that the free text is looked for in. Made when it is first needed: most pages are never
// searched.
function haystack(point) {
  if (point.haystack === undefined) {
    const { at, remedyAt, steps } = story(point.story, point);
    point.haystack = [
      point.subject, point.reason, point.kind.label, point.kind.cause, at, remedyAt,
      ...steps.map((step) => step.at), ...behind(point.behind).names,
    ].join("\n").toLowerCase();
  }
  return point.haystack;
}

