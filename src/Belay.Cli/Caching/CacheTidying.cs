namespace Belay.Cli;

/// <summary>Keeps the cache within its bounds: what was not used for longest goes first, what is in use stays.</summary>
static class CacheTidying
{
    internal const string SizeVariable = "BELAY_CACHE_MB";

    const int DefaultMegabytes = 256;

    const string OwnMark = ".part-";

    /// <summary>What has been half-written for so long was left behind.</summary>
    static readonly TimeSpan s_abandoned = TimeSpan.FromHours(1);

    /// <summary>A name beside the file's, for writing it.</summary>
    internal static string OwnName(string path) => $"{path}{OwnMark}{Guid.NewGuid():N}";

    internal static int LimitInMegabytes =>
        int.TryParse(Environment.GetEnvironmentVariable(SizeVariable), out var megabytes) && megabytes >= 0 ? megabytes : DefaultMegabytes;

    /// <summary>Removes what is too much.</summary>
    internal static void Tidy(string cache)
    {
        var products = Products(cache);
        var size = products.Sum(product => product.Size);
        var limit = LimitInMegabytes * 1024L * 1024;
        foreach (var product in products.OrderBy(product => product.LastUse))
            if (size > limit && TryRemove(product.Folder)) size -= product.Size;
        RemoveOrphans(cache);
    }

    /// <summary>Removes everything that is not in use; how many programs went and how many stay.</summary>
    internal static (int Removed, int InUse) Clear(string cache)
    {
        var products = Products(cache);
        var removed = products.Count(product => TryRemove(product.Folder));
        RemoveOrphans(cache);
        return (removed, products.Count - removed);
    }

    internal static List<(string Folder, long Size, DateTime LastUse)> Products(string cache)
    {
        var folder = new DirectoryInfo(ProgramCache.ProductFolder(cache));
        if (!folder.Exists) return [];
        var products = new List<(string, long, DateTime)>();
        foreach (var product in folder.EnumerateDirectories())
        {
            if (IsHalfWritten(product) && !IsAbandoned(product)) continue;
            try
            {
                var files = product.GetFiles();
                products.Add((product.FullName, files.Sum(file => file.Length), files.Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max()));
            }
            catch (Exception gone) when (gone is DirectoryNotFoundException or FileNotFoundException)
            {
                // Another has just removed it, or given it its name.
            }
        }
        return products;
    }

    static bool IsHalfWritten(FileSystemInfo entry) => entry.Name.Contains(OwnMark, StringComparison.Ordinal);

    /// <summary>What has gone since it was listed is nobody's: its time would be that of the year 1601.</summary>
    static bool IsAbandoned(FileSystemInfo entry) => entry.Exists && DateTime.UtcNow - entry.LastWriteTimeUtc > s_abandoned;

    static bool TryRemove(string product)
    {
        try
        {
            var assembly = Path.Combine(product, ProgramCache.AssemblyName);
            // Whoever runs it holds it open for reading only.
            if (File.Exists(assembly)) File.OpenHandle(assembly, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            Directory.Delete(product, recursive: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Records whose product has gone are of no use; nor are those that were left half-written.</summary>
    static void RemoveOrphans(string cache)
    {
        var index = new DirectoryInfo(ProgramCache.IndexFolder(cache));
        if (!index.Exists) return;
        foreach (var record in index.EnumerateFiles())
        {
            if (IsHalfWritten(record) ? !IsAbandoned(record) : LeadsSomewhere(cache, record)) continue;
            try
            {
                record.Delete();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody else's work; it is tried again the next time.
            }
        }
    }

    static bool LeadsSomewhere(string cache, FileInfo record)
    {
        try
        {
            return File.Exists(Path.Combine(ProgramCache.ProductFolder(cache), ProgramRecord.ProductOf(record.OpenRead()), ProgramCache.AssemblyName));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
