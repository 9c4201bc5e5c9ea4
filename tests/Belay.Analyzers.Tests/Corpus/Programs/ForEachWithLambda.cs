// BELAY001: .NET: List.ForEach takes an Action, so an async body is dropped (the async void of old, dotnet/aspnetcore#13867).
class Importer
{
    public async Coro Import(List<string> files)
    {
        files.ForEach(file => Read(file));
        await Coro.Yield();
    }

    async Coro Read(string file) => Console.WriteLine(await File.ReadAllTextAsync(file, Coro.Token));
}
