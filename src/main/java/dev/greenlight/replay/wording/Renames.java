package dev.greenlight.replay.wording;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What became of the names of types, routines and schemas. Relations are told by their oids. */
final class Renames {
    private final List<Rename> types = new ArrayList<>();
    private final List<Rename> routines = new ArrayList<>();

    private record Rename(int step, UnaryOperator<QualifiedName> change) {}

    Renames(PastSteps steps) {
        for (PastSteps.PastStep past : steps.all()) {
            past.operations().forEach(operation -> add(past.number(), operation));
        }
    }

    private void add(int step, Operation operation) {
        if (operation instanceof ObjectOperation.RenameType rename) {
            types.add(new Rename(step, changed(rename.type().name(), rename.newName())));
        } else if (operation instanceof ObjectOperation.RenameRoutine rename) {
            routines.add(new Rename(step, changed(rename.routine().name(), rename.newName())));
        } else if (operation instanceof ObjectOperation.RenameSchema rename) {
            UnaryOperator<QualifiedName> moved =
                    name -> name.schema().equals(rename.schema().name())
                            ? new QualifiedName(rename.newName(), name.name())
                            : name;
            types.add(new Rename(step, moved));
            routines.add(new Rename(step, moved));
        }
    }

    private static UnaryOperator<QualifiedName> changed(QualifiedName old, QualifiedName renamed) {
        return name -> name.equals(old) ? renamed : name;
    }

    QualifiedName type(QualifiedName name, int since) {
        return last(types, name, since);
    }

    QualifiedName routine(QualifiedName name, int since) {
        return last(routines, name, since);
    }

    String schema(String name, int since) {
        return last(types, new QualifiedName(name, ""), since).schema();
    }

    private static QualifiedName last(List<Rename> renames, QualifiedName name, int since) {
        QualifiedName last = name;
        for (Rename rename : renames) {
            last = rename.step() > since ? rename.change().apply(last) : last;
        }
        return last;
    }
}
