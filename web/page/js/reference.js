// The reference of the API, made of its OpenAPI document.
import './prefs.js';
import { el } from './dom.js';

const doc = await (await fetch('/v1/openapi.json')).json();
const schemas = doc.components.schemas;

const nameOf = (ref) => ref.slice(ref.lastIndexOf('/') + 1);

function typeOf(schema) {
  if (!schema) return el('span', {}, 'any');
  if (schema.$ref) return el('a', { href: '#schema-' + nameOf(schema.$ref) }, nameOf(schema.$ref));
  const type = [schema.type].flat().filter((t) => t !== 'null').join(' or ');
  if (type === 'array') return el('span', {}, 'array of ', typeOf(schema.items));
  if (type === 'object' && typeof schema.additionalProperties === 'object') return el('span', {}, 'map of ', typeOf(schema.additionalProperties));
  if (schema.enum) return el('span', {}, type + ': ', el('code', {}, schema.enum.map((v) => (v === '' ? '""' : v)).join(' | ')));
  return el('span', {}, type || 'any');
}

function describe(schema) {
  const limits = [['default', 'default'], ['pattern', 'pattern'], ['minimum', 'at least'], ['maximum', 'at most'], ['minLength', 'length at least'], ['maxLength', 'length at most']]
    .filter(([key]) => schema[key] !== undefined).map(([key, words]) => `${words} ${schema[key]}`);
  return [schema.description, limits.join(', ')].filter(Boolean).join('. ');
}

function table(head, rows) {
  return el('table', {}, el('thead', {}, el('tr', {}, ...head.map((h) => el('th', { scope: 'col' }, h)))), el('tbody', {}, ...rows));
}

function properties(schema) {
  const required = new Set(schema.required ?? []);
  return table(['Field', 'Type', ''], Object.entries(schema.properties ?? {}).map(([name, s]) =>
    el('tr', {}, el('td', {}, el('code', {}, name), required.has(name) ? '' : ' (optional)'), el('td', {}, typeOf(s)), el('td', {}, describe(s)))));
}

// example makes a value that fits a schema.
function example(schema, depth = 0) {
  if (schema.$ref) return depth > 4 ? {} : example(schemas[nameOf(schema.$ref)], depth + 1);
  if (schema.examples) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  switch ([schema.type].flat()[0]) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {})
      .filter(([name, s]) => (schema.required ?? []).includes(name) || s.examples).map(([name, s]) => [name, example(s, depth + 1)]));
    case 'array': return [example(schema.items, depth + 1)];
    case 'integer': case 'number': return schema.minimum ?? 0;
    case 'boolean': return false;
  }
  return '';
}

function curl(method, path, op) {
  const lines = [`curl -s ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${location.origin}${path}`];
  for (const [type, media] of Object.entries(op.requestBody?.content ?? {})) {
    lines.push(`-H 'Content-Type: ${type}'`);
    lines.push(type === 'application/octet-stream' ? '--data-binary @FILE' : `-d '${JSON.stringify(example(media.schema))}'`);
  }
  return lines.join(' \\\n  ');
}

function content(map) {
  return Object.entries(map ?? {}).map(([type, media]) => {
    const schema = media.schema?.$ref ? schemas[nameOf(media.schema.$ref)] : media.schema;
    return el('div', {}, el('p', {}, el('code', {}, type), media.schema ? ' ' : '', media.schema && typeOf(media.schema)),
      schema?.properties && !media.schema.$ref ? properties(schema) : '');
  });
}

function operation(path, method, op) {
  const parts = [el('h3', {}, el('span', { class: 'method' }, method.toUpperCase()), path), el('p', {}, el('strong', {}, op.summary), op.description ? '. ' + op.description : '')];
  if (op.parameters?.length) {
    parts.push(el('h4', {}, 'Parameters'), table(['Name', 'In', 'Type', ''], op.parameters.map((p) => el('tr', {},
      el('td', {}, el('code', {}, p.name), p.required ? '' : ' (optional)'), el('td', {}, p.in), el('td', {}, typeOf(p.schema)), el('td', {}, p.description ?? describe(p.schema))))));
  }
  if (op.requestBody) parts.push(el('h4', {}, 'Request'), ...content(op.requestBody.content));
  for (const [status, r] of Object.entries(op.responses)) {
    parts.push(el('h4', {}, `${status} ${r.description ?? ''}`), ...content(r.content));
  }
  parts.push(el('h4', {}, 'Example'), el('pre', { tabIndex: 0, role: 'group', 'aria-label': 'Example' }, curl(method, path, op)));
  return el('article', { class: 'operation', id: op.operationId }, ...parts);
}

const main = document.getElementById('reference'), contents = document.getElementById('contents');
main.append(...doc.info.description.split('\n\n').map((p) => el('p', {}, p)));
for (const tag of doc.tags) {
  const all = Object.entries(doc.paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, op]) => op.tags?.includes(tag.name)).map(([method, op]) => [path, method, op]));
  contents.append(el('h2', {}, tag.name), el('ul', {}, ...all.map(([, , op]) => el('li', {}, el('a', { href: '#' + op.operationId }, op.summary)))));
  main.append(el('section', {}, el('h2', {}, tag.name), el('p', { class: 'hint' }, tag.description), ...all.map((args) => operation(...args))));
}
contents.append(el('h2', {}, 'Objects'), el('ul', {}, ...Object.keys(schemas).map((n) => el('li', {}, el('a', { href: '#schema-' + n }, n)))));
main.append(el('section', {}, el('h2', {}, 'Objects'), ...Object.entries(schemas).map(([name, s]) => el('article', { class: 'operation', id: 'schema-' + name }, el('h3', {}, name), properties(s)))));
document.documentElement.dataset.ready = 'true';
