namespace TemporalVideo.Tests.Support;

/// <summary>Whether processes live.</summary>
public static class LivingProcess
{
    /// <summary>Whether a process lives; one that has ended and waits for its parent to ask lives no more.</summary>
    /// <param name="id">Its id.</param>
    public static bool Is(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
