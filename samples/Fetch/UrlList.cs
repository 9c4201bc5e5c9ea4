namespace FetchSample;

static class UrlList
{
    /// <exception cref="BadListException">There is no such file, or something in it is no URL.</exception>
    public static IReadOnlyList<Uri> Read(string file)
    {
        var urls = new List<Uri>();
        var number = 0;
        foreach (var line in ReadLines(file))
        {
            number++;
            var text = line.Trim();
            if (text is "" or ['#', ..])
            {
                continue;
            }

            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                throw new BadListException($"{file}, line {number}: '{text}' is no URL. It has to begin with http:// or https://.");
            }

            urls.Add(url);
        }

        return urls;
    }

    static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadListException($"{file} cannot be read: {failure.Message}", failure);
        }
    }
}
