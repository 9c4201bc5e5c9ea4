namespace Belay.Pickling;

/// <summary>What Python 2's <c>str</c>, which is text or bytes, is taken for. The argument encoding of pickle.loads.</summary>
public enum Python2Strings
{
    /// <summary>Text in ASCII; anything else is an error.</summary>
    Ascii,

    /// <summary>Text in Latin-1, which every byte is.</summary>
    Latin1,

    /// <summary>Text in UTF-8.</summary>
    Utf8,

    /// <summary>Bytes.</summary>
    Bytes,
}
