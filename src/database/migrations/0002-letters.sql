-- When the letter with the offer left the house: a job that is run again sends it to nobody twice.
ALTER TABLE award_recipients ADD COLUMN offer_sent_at timestamptz;
