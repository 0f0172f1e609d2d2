package arenad.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {

  private final Order order = new Order();

  @Test
  void whatFollowsIsLeftOut() {
    order.add("a", "b");
    order.add("b", "c");
    order.add("a", "c");
    assertEquals(List.of(new Order.Pair("a", "b"), new Order.Pair("b", "c")), order.reduced());
  }

  @Test
  void aCycleStays() {
    order.add("a", "b");
    order.add("b", "a");
    assertEquals(2, order.reduced().size());
  }

  @Test
  void ofSeveralSourcesTheLeastSayAll() {
    order.add("name", "obj");
    assertEquals(Set.of("obj"), order.least(Set.of("name", "obj")));
    assertEquals(Set.of("obj", "x"), order.least(Set.of("obj", "x")));
  }
}
