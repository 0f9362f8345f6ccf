using Microsoft.EntityFrameworkCore;

namespace TemporalVideo.Storage.Records.Money;

/// <summary>The tables <c>money_account</c>, <c>paid_unit</c> and <c>ledger</c>.</summary>
internal static class MoneyModel
{
    public static void Build(ModelBuilder modelBuilder) => modelBuilder
        .Entity<MoneyAccount>(account =>
        {
            account.ToTable("money_account");
            account.HasKey(row => row.Name).HasName("pk_money_account");
            account.Property(row => row.Name).HasColumnName("name").HasMaxLength(160);
            account.Property(row => row.Limit).HasColumnName("limit_micros");
            account.Property(row => row.PartOf).HasColumnName("part_of").HasMaxLength(160);
            account.Property(row => row.Reserved).HasColumnName("reserved_micros");
            account.Property(row => row.Spent).HasColumnName("spent_micros");
        })
        .Entity<PaidUnit>(unit =>
        {
            unit.ToTable("paid_unit");
            unit.HasKey(row => new { row.UserId, row.Fingerprint }).HasName("pk_paid_unit");
            unit.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            unit.Property(row => row.Fingerprint).HasColumnName("fingerprint").HasMaxLength(100);
            unit.Property(row => row.State).HasColumnName("state").HasMaxLength(16).HasConversion<string>();
            unit.Property(row => row.Round).HasColumnName("round");
            unit.Property(row => row.Token).HasColumnName("token").HasMaxLength(32);
            unit.Property(row => row.SessionId).HasColumnName("session_id").HasMaxLength(64);
            unit.Property(row => row.Step).HasColumnName("step");
            unit.Property(row => row.Agent).HasColumnName("agent").HasMaxLength(32);
            unit.Property(row => row.Provider).HasColumnName("provider");
            unit.Property(row => row.Model).HasColumnName("model");
            unit.Property(row => row.Reserved).HasColumnName("reserved_micros");
            unit.Property(row => row.UserAccount).HasColumnName("user_account").HasMaxLength(160);
            unit.Property(row => row.GroupAccount).HasColumnName("group_account").HasMaxLength(160);
            unit.Property(row => row.ProductKey).HasColumnName("product_key");
            unit.Property(row => row.HeldUntil).HasColumnName("held_until");
            unit.Property(row => row.ChangedAt).HasColumnName("changed_at");
        })
        .Entity<LedgerRow>(ledger =>
        {
            ledger.ToTable("ledger");
            ledger.HasKey(row => new { row.UserId, row.Fingerprint, row.Round }).HasName("pk_ledger");
            ledger.Property(row => row.UserId).HasColumnName("user_id").HasMaxLength(64);
            ledger.Property(row => row.Fingerprint).HasColumnName("fingerprint").HasMaxLength(100);
            ledger.Property(row => row.Round).HasColumnName("round");
            ledger.Property(row => row.SessionId).HasColumnName("session_id").HasMaxLength(64);
            ledger.Property(row => row.Agent).HasColumnName("agent").HasMaxLength(32);
            ledger.Property(row => row.Provider).HasColumnName("provider");
            ledger.Property(row => row.Model).HasColumnName("model");
            ledger.Property(row => row.RequestId).HasColumnName("request_id");
            ledger.Property(row => row.Units).HasColumnName("units").HasPrecision(18, 6);
            ledger.Property(row => row.Unit).HasColumnName("unit").HasMaxLength(32);
            ledger.Property(row => row.UnitPrice).HasColumnName("unit_price").HasPrecision(18, 9);
            ledger.Property(row => row.Amount).HasColumnName("amount_micros");
            ledger.Property(row => row.At).HasColumnName("at");
        });
}
