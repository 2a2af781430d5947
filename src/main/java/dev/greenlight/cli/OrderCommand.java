package dev.greenlight.cli;

import dev.greenlight.lint.SafeOrders;
import dev.greenlight.report.OrderText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight order}: prints an order in which all migrations go through, or the proof that there is none. */
final class OrderCommand implements Command {
    @Override
    public String name() {
        return "order";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description(
                        "Tells in which order the migrations go through, and by which moves, as few as are found; or"
                                + " why there is no such order. Exit code 1 unless it is the order that there is.")
                .footer("%nExample:", "  greenlight order db/migrations");
        InputOptions.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        InputOptions inputs = InputOptions.of(arguments, terminal);
        SafeOrders orders = SafeOrders.of(inputs.request(inputs.disk(), inputs.configuration(inputs.disk())));
        terminal.complain(orders.unreadable());
        if (orders.histories().isEmpty()) {
            throw UsageError.noMigrations();
        }
        terminal.print(out -> OrderText.write(orders, out));
        if (!orders.unreadable().isEmpty()) {
            return ExitCode.USAGE;
        }
        return orders.histories().stream().allMatch(SafeOrders.OfHistory::isRight) ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
}
