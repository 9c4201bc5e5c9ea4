using HubSample.Clients;
using Spectre.Console;

namespace HubSample.Terminal;

static class Summary
{
    public static void Print(Screen screen, Ledger ledger)
    {
        var seconds = ledger.TalkTime.TotalSeconds;
        var table = new Table { Border = screen.IsPlain ? TableBorder.None : TableBorder.Rounded, ShowHeaders = false };
        table.AddColumn("what").AddColumn(new TableColumn("how many").RightAligned()).AddColumn("meaning");
        table.AddRow("clients", $"{ledger.Clients:N0}");
        table.AddRow("messages", $"{ledger.Messages:N0}", $"{ledger.Messages / seconds:N0} a second for {seconds:N1} s");
        table.AddRow("sent", $"{ledger.Sent:N0}", "every message to every client");
        table.AddRow("received", $"{ledger.Received:N0}", $"{ledger.Received / seconds:N0} a second");
        screen.Out.Write(table);
        screen.Out.MarkupLine(ledger.IsSettled
            ? "[green]sent = received[/]: nothing was lost"
            : $"[red]sent ≠ received[/]: {ledger.Sent - ledger.Received:N0} lost");
    }
}
