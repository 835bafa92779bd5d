// The form that asks for the token, in the language of the browser.
import { translate } from './i18n.js';

translate();
document.getElementById('wrong').hidden = !new URLSearchParams(location.search).has('wrong');
document.documentElement.dataset.ready = 'true';
