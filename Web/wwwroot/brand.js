// The pictures of a brand in an order: a logo, products and characters by the names that the lesson has for them.
import { $, element } from "./api.js";
import { onChosen, rowOf, upload } from "./brought.js";

const KINDS = { products: "Product", characters: "Character" };

export class Brand {
  /** @param changed told when the order is another; @param failed told of a file that is not taken. */
  constructor(changed, failed) {
    [this.logo, this.named, this.changed, this.failed] = [null, [], changed, failed];
    onChosen($("add-logo"), $("logo"), files => this.take(files, taken => { this.logo = taken; }));
    for (const kind of Object.keys(KINDS)) {
      onChosen($(`add-${kind}`), $(kind), files =>
        this.take(files, taken => this.named.push({ kind, file: taken, name: nameOf(taken.name) })));
    }
  }

  /** As orders have it; null for none. */
  order() {
    if (!this.logo && this.named.length === 0) return null;
    const of = kind => Object.fromEntries(this.named.filter(one => one.kind === kind).map(one => [one.name.trim(), one.file.id]));
    return { logo: this.logo?.id ?? null, products: of("products"), characters: of("characters") };
  }

  /** What is to be put right first; null for nothing. */
  fault() {
    for (const [index, { kind, name, file }] of this.named.entries()) {
      if (!name.trim()) return `${KINDS[kind]} ${file.name}: write the name that the lesson has for it.`;
      const same = other => other.kind === kind && other.name.trim().toLowerCase() === name.trim().toLowerCase();
      if (this.named.findIndex(same) < index) return `${KINDS[kind]} ${name}: there is another of that name. Each has a name of its own.`;
    }
    return null;
  }

  async take(files, keep) {
    this.failed(null);
    for (const file of files) await upload("picture", file).then(keep, this.failed);
    this.show();
    this.changed();
  }

  show() {
    const rows = this.named.map(one => this.row(one));
    if (this.logo) rows.unshift(rowOf(this.logo, element("span", `Logo: ${this.logo.name}`), () => this.without("add-logo", () => { this.logo = null; })));
    $("brand-list").replaceChildren(...rows);
    $("add-logo").textContent = this.logo ? "Another logo" : "Add a logo";
  }

  row(one) {
    const label = element("label", `${KINDS[one.kind]}, as the lesson names it`);
    const name = element("input", "", { maxlength: "100", "data-kind": one.kind });
    name.value = one.name;
    name.addEventListener("input", () => { one.name = name.value; });
    label.append(name);
    return rowOf(one.file, label, () => this.without(`add-${one.kind}`, () => this.named.splice(this.named.indexOf(one), 1)));
  }

  without(next, remove) {
    remove();
    this.show();
    this.changed();
    $(next).focus();
  }
}

/** "ada-lovelace.png" may well show whom the lesson calls "Ada Lovelace": written as the lesson does, where it does. */
function nameOf(file) {
  const [name, lesson] = [file.replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ").trim(), $("source").value];
  const at = lesson.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? name : lesson.slice(at, at + name.length);
}
