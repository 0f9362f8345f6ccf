namespace TemporalVideo.Studio.Pictures.Compositions;

/// <summary>Things that stand for a subject when no word of a text can be shown.</summary>
internal static class SubjectThings
{
    public static string[] Of(string subject) => subject switch
    {
        "physics" => ["atom", "magnet", "telescope"],
        "biology" => ["microscope", "dna", "herb"],
        "medicine" => ["stethoscope", "microscope", "dna"],
        "chemistry" => ["test-tube", "alembic", "atom"],
        "history" => ["scroll", "classical-building", "hourglass-done"],
        "economics" or "finance" => ["coin", "balance-scale", "chart-increasing"],
        "geography" => ["globe-showing-europe-africa", "compass", "world-map"],
        "astronomy" => ["telescope", "ringed-planet", "comet"],
        "technology" => ["gear", "laptop", "satellite"],
        "mathematics" => ["triangular-ruler", "abacus", "compass"],
        _ => [],
    };
}
