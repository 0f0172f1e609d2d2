== a name that does not exist
--- src/main.arena
import { area } from shapes;
import helpers;
main(): void => { print(area(2)); print(helpers.twice(3)); print(missing); }
other(): i32 => { return 1; }
--- src/shapes.arena
area(side: i32): i32 => { return side * side; }
> elaborated: main.main, main.other, shapes.area
> src/main.arena:1:10 E0104
> src/main.arena:2:8 E0103
> src/main.arena:3:66 E0101
== it is exported
--- src/shapes.arena
export area(side: i32): i32 => { return side * side; }
> elaborated: main.main, shapes.area
> src/main.arena:2:8 E0103
> src/main.arena:3:66 E0101
== the missing module appears
--- src/helpers.arena
export twice(x: i32): i32 => { return x + x; }
> elaborated: helpers.twice, main.main
> src/main.arena:3:66 E0101
== the missing name appears
--- src/main.arena
import { area } from shapes;
import helpers;
const missing: i32 = 4;
main(): void => { print(area(2)); print(helpers.twice(3)); print(missing); }
other(): i32 => { return 1; }
> elaborated: main.main, main.missing
== an own declaration hides an imported one
--- src/main.arena
import { area } from shapes;
import helpers;
const missing: i32 = 4;
main(): void => { print(area(2)); print(helpers.twice(3)); print(missing); }
other(): i32 => { return 1; }
area(side: i32): i32 => { return side; }
> elaborated: main.area, main.main
> src/main.arena:1:10 E0105
== a function is renamed
--- src/helpers.arena
export double(x: i32): i32 => { return x + x; }
> elaborated: helpers.double, main.main
> src/main.arena:1:10 E0105
> src/main.arena:4:49 E0101
== the module is deleted
--- src/helpers.arena
> elaborated: main.main
> src/main.arena:1:10 E0105
> src/main.arena:2:8 E0103
== an import that nobody uses disturbs nobody
--- src/main.arena
import { area } from shapes;
import helpers;
import math;
const missing: i32 = 4;
main(): void => { print(area(2)); print(helpers.twice(3)); print(missing); }
other(): i32 => { return 1; }
area(side: i32): i32 => { return side; }
> elaborated: nothing
> src/main.arena:1:10 E0105
> src/main.arena:2:8 E0103
