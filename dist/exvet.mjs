#!/usr/bin/env node
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// builtin:node:fs
var require_node_fs = __commonJS({
  "builtin:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// builtin:node:path
var require_node_path = __commonJS({
  "builtin:node:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

// builtin:node:url
var require_node_url = __commonJS({
  "builtin:node:url"(exports, module) {
    module.exports = process.getBuiltinModule("node:url");
  }
});

// builtin:node:vm
var require_node_vm = __commonJS({
  "builtin:node:vm"(exports, module) {
    module.exports = process.getBuiltinModule("node:vm");
  }
});

// src/cli/launcher.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);
var import_node_url = __toESM(require_node_url(), 1);
var import_node_vm = __toESM(require_node_vm(), 1);

// src/cli/code-cache.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var CodeCache = class _CodeCache {
  #folder;
  #file;
  #program;
  constructor(folder2, program) {
    this.#folder = folder2;
    this.#file = `code-${program.slice(0, 16)}-${process.version}-${process.arch}`;
    this.#program = Buffer.from(program, "hex");
  }
  /**
   * @param program hash of the program's text, in hex
   * @returns `undefined` where caching is switched off or the user has no cache folder
   */
  static of(program, env) {
    const folder2 = env["EXVET_NO_CACHE"] ? void 0 : cacheFolder(env);
    return folder2 === void 0 ? void 0 : new _CodeCache((0, import_node_path.join)(folder2, "exvet"), program);
  }
  read() {
    try {
      if (!isOwn(this.#folder)) return void 0;
      return this.#unpack((0, import_node_fs.readFileSync)((0, import_node_path.join)(this.#folder, this.#file)));
    } catch {
      return void 0;
    }
  }
  /** Processes that run at the same time may read and write: a file appears whole or not at all. */
  write(code) {
    try {
      (0, import_node_fs.mkdirSync)(this.#folder, { recursive: true, mode: 448 });
      if (!isOwn(this.#folder)) return;
      this.#dropOld();
      const draft = (0, import_node_path.join)(this.#folder, `${this.#file}.${process.pid}`);
      (0, import_node_fs.writeFileSync)(draft, Buffer.concat([this.#program, code, code]), { mode: 384 });
      (0, import_node_fs.renameSync)(draft, (0, import_node_path.join)(this.#folder, this.#file));
    } catch {
    }
  }
  /**
   * The code of a file in which nothing changed. V8 trusts the code that it is given and crashes on damaged
   * code, so the file holds it twice: to compare the halves takes 0.1 ms, to load a checksum takes 1.2 ms.
   */
  #unpack(content) {
    const start = this.#program.length;
    const length = (content.length - start) / 2;
    if (length <= 0 || !content.subarray(0, start).equals(this.#program)) return void 0;
    const code = content.subarray(start, start + length);
    return code.equals(content.subarray(start + length)) ? code : void 0;
  }
  /** Removes what versions that are no longer used have left. */
  #dropOld() {
    const limit = Date.now() - 30 * 24 * 3600 * 1e3;
    for (const name of (0, import_node_fs.readdirSync)(this.#folder)) {
      const path = (0, import_node_path.join)(this.#folder, name);
      if (name.startsWith("code-") && (0, import_node_fs.statSync)(path).mtimeMs < limit) (0, import_node_fs.rmSync)(path, { force: true });
    }
  }
};
function cacheFolder(env) {
  if (process.platform === "win32") return env["LOCALAPPDATA"];
  const { XDG_CACHE_HOME: given, HOME: home } = env;
  if (given && (0, import_node_path.isAbsolute)(given)) return given;
  return home && (0, import_node_path.isAbsolute)(home) ? (0, import_node_path.join)(home, ".cache") : void 0;
}
function isOwn(folder2) {
  if (process.platform === "win32") return true;
  const { uid, mode } = (0, import_node_fs.statSync)(folder2);
  return uid === process.getuid?.() && (mode & 18) === 0;
}

// src/cli/launcher.ts
var launcher = (0, import_node_url.fileURLToPath)(import.meta.url);
var folder = (0, import_node_path2.dirname)(launcher);
var filename = (0, import_node_path2.join)(folder, "program.js");
var cache = CodeCache.of("d25d03618427d454bf7a4147498ebf01a7ca4962b1879f93f823ed7cb27f1438", process.env);
var cachedData = cache?.read();
var script = new import_node_vm.Script((0, import_node_fs2.readFileSync)(filename, "latin1"), { filename, cachedData });
var load = script.runInThisContext();
var { runAction, runFromProcess, rehearse } = load((id) => process.getBuiltinModule(id), folder);
var started = process.argv[1];
if (started !== void 0 && (0, import_node_fs2.realpathSync)(started) === launcher) await runFromProcess(keepCode);
async function keepCode() {
  if (cache === void 0 || cachedData !== void 0 && script.cachedDataRejected !== true) return;
  await rehearse();
  cache.write(script.createCachedData());
}
export {
  runAction
};
