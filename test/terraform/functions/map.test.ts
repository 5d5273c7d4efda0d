import { describeRefusals, describeValues } from './expressions.ts';

describeValues('map functions', [
  ['keys({ b = 1, "10" = 2, "9" = 3, a = 4 })', ['10', '9', 'a', 'b']],
  ['values({ b = 1, a = "x" })', ['x', 1]],
  ['lookup({ db = "Premium_LRS", log = "Standard_LRS" }, "db")', 'Premium_LRS'],
  ['lookup({ db = "Premium_LRS" }, "log", "Standard_LRS")', 'Standard_LRS'],
  ['lookup({ db = null }, "db", "x")', null],
  ['lookup(tomap({ a = "x" }), "b", 5)', '5'],
  ['lookup({ a = 1 }, "b", [1])', [1]],
  ['merge({ a = 1, b = 2 }, { b = "x", c = [3] })', { a: 1, b: 'x', c: [3] }],
  ['merge({ a = { x = 1, y = 2 } }, { a = { x = 3 } })', { a: { x: 3 } }],
  ['merge({ a = 1 }, null, { a = null })', { a: null }],
  ['merge(tomap({ a = 1 }), tomap({ b = "x" }))', { a: 1, b: 'x' }],
  ['merge()', {}],
  ['merge([{ a = 1 }, { b = 2 }]...)', { a: 1, b: 2 }],
  ['zipmap(["b", "a"], [1, "x"])', { a: 'x', b: 1 }],
  ['zipmap([1, 2], tolist(["a", "b"]))', { 1: 'a', 2: 'b' }],
  ['zipmap(["a", "a"], [1, 2])', { a: 2 }],
  ['transpose({ ex01 = ["mbx", "dag1"], ex02 = ["mbx"] })', { dag1: ['ex01'], mbx: ['ex01', 'ex02'] }],
]);

describeRefusals('what map functions refuse', [
  ['lookup({ a = 1 }, "b")', /no attribute "b"/],
  ['zipmap(["a"], [1, 2])', /number of keys \(1\) does not match number of values \(2\)/],
  ['merge({}, ["a"])', /maps or objects/],
  ['merge({}, tostring(null))', /maps or objects/],
  ['keys(["a"])', /must have map or object type/],
]);
