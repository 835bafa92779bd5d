// Calls to the server. A call that fails throws a Problem.

export class Problem extends Error {
  constructor(status, details = {}) {
    super(details.detail || details.title || String(status));
    this.status = status;
    this.errors = details.errors ?? [];
  }
}

async function call(method, path, { body, headers = {}, signal } = {}) {
  let response;
  try {
    response = await fetch(path, { method, body, headers, signal });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, { detail: error.message });
  }
  if (response.ok) return response;
  if (response.status === 401) location.assign('/login');
  throw new Problem(response.status, await response.json().catch(() => ({})));
}

const json = (value) => ({ body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } });

export const get = async (path) => (await call('GET', path)).json();

// extract finds the statements of an article {text} or {html}. Where the server
// is busy it asks again.
export async function extract(article, signal) {
  for (let tries = 0; ; tries++) {
    try {
      return await (await call('POST', '/v1/extract?explain=true', { ...json(article), signal })).json();
    } catch (error) {
      if (error.status !== 429 || tries === 8) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** Math.min(tries, 3)));
      signal?.throwIfAborted();
    }
  }
}

// read yields the articles of a file one by one, see /v1/read.
export async function* read(file, signal) {
  const path = '/v1/read?name=' + encodeURIComponent(file.name);
  const response = await call('POST', path, { body: file, headers: { 'Content-Type': 'application/octet-stream' }, signal });
  let rest = '';
  const decoder = new TextDecoder();
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = done ? '' : lines.pop();
    for (const line of lines) if (line.trim()) yield JSON.parse(line);
    if (done) return;
  }
}

// file asks for a file of checked articles.
export async function file(path, articles) {
  return (await call('POST', path, json({ articles }))).blob();
}

// The articles that the server keeps.
export const kept = {
  list: () => get('/v1/articles'),
  async get(key) {
    const response = await call('GET', '/v1/articles/' + key);
    return { article: await response.json(), etag: response.headers.get('ETag') };
  },
  async put(key, article) {
    return (await call('PUT', '/v1/articles/' + key, json(article))).headers.get('ETag');
  },
  async correct(key, corrections, etag) {
    const { body, headers } = json(corrections);
    return (await call('PUT', `/v1/articles/${key}/corrections`, { body, headers: { ...headers, 'If-Match': etag } })).headers.get('ETag');
  },
  delete: (key) => call('DELETE', '/v1/articles/' + key),
};
