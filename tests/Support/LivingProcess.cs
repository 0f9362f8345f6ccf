using System.Globalization;

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
            return Stat(id)[0] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether a process lives and was begun by another one, or by one that was.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="ancestor">Id of the other.</param>
    public static bool IsBelow(int id, int ancestor)
    {
        try
        {
            for (var at = id; at > 1 && Is(at); at = int.Parse(Stat(at)[1], CultureInfo.InvariantCulture))
            {
                if (at == ancestor)
                {
                    return true;
                }
            }
        }
        catch (IOException)
        {
            // It has ended meanwhile.
        }

        return false;
    }

    /// <summary>State, parent and more; the name before them may hold anything.</summary>
    private static string[] Stat(int id) => File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ');
}
