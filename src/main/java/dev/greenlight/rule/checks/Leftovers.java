package dev.greenlight.rule.checks;

import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;

/** What goes along with something that is dropped, and so is reported with it or not at all. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Whether an object that goes with another needs no word of its own: the other is reported as lost itself. What an
     * extension or a function takes along is not, because those can be made again.
     */
    static boolean isOfLoss(Change change, boolean cascaded) {
        return cascaded && change.step().operations().stream().anyMatch(operation -> isLoss(change, operation));
    }

    private static boolean isLoss(Change change, Operation operation) {
        return switch (operation) {
            case TableOperation.DropTable drop ->
                !drop.cascaded() && change.isLive(drop.table()) && !drop.table().isForeign();
            case ColumnOperation.DropColumn drop -> !drop.cascaded() && change.isLive(drop.table());
            case ObjectOperation.DropType drop -> !drop.cascaded();
            case ObjectOperation.DropSchema drop -> !drop.cascaded();
            default -> false;
        };
    }
}
